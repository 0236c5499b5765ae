package dev.sightline.visual;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the API as its holder has it: {@code slk_<id>_<secret>}. Ours.
 *
 * <p>The id is 16 lower-case hex digits and no secret; the secret is 32 random bytes as base64url without padding, 43 characters. What is stored
 * of a secret is its SHA-256: of 256 random bits nothing can be guessed, so that a slow hash would gain nothing. A class and no record, so
 * that no log shows a secret by mistake. Immutable, safe for all threads.
 */
public final class AccessKey {

    /** The header of a request that carries a key. */
    public static final String HEADER = "X-Api-Key";

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("slk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");

    private final String id;
    private final String secret;

    private AccessKey(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** A new key; {@code random} must be one that nobody can predict. */
    public static AccessKey random(RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new AccessKey(
                HexFormat.of().formatHex(id),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** The key of a text; empty if it has another form. */
    public static Optional<AccessKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new AccessKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Names the key, also where its secret must not be. */
    public String id() {
        return id;
    }

    /** The whole key, for its holder only. */
    public String text() {
        return "slk_%s_%s".formatted(id, secret);
    }

    /** SHA-256 of the secret's text, 64 lower-case hex digits. */
    public String secretHash() {
        return Sha256.hex(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether a stored hash is that of this key's secret; takes the same time wherever they differ. */
    public boolean hasHash(String storedHash) {
        return MessageDigest.isEqual(
                secretHash().getBytes(StandardCharsets.US_ASCII), storedHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "slk_%s_***".formatted(id);
    }
}
