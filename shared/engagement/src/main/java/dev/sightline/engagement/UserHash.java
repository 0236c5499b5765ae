package dev.sightline.engagement;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns a client's opaque user id into what is stored of it: HMAC-SHA256 under a secret salt, 64 lower-case hex digits. The same user has
 * the same hash as long as the salt stays; without the salt nobody can try out names. Raw ids are neither stored nor logged, and so
 * messages of errors name the length only.
 *
 * <p>The salt is read at first use, and kept once it was read. Safe for all threads. Ours.
 */
public final class UserHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAX_LENGTH = 128;

    private final Supplier<byte[]> salt;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable SecretKeySpec key;

    /**
     * Hashes under a salt.
     *
     * @param salt gives it, at least one byte; its exceptions reach who asks for a hash, and the next one asks again
     */
    public UserHash(Supplier<byte[]> salt) {
        this.salt = salt;
    }

    /**
     * The hash of a user.
     *
     * @param user 1 to {@value #MAX_LENGTH} characters
     * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} for another length
     */
    public String of(String user) {
        if (user.isEmpty() || user.length() > MAX_LENGTH) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a user of 1..%d characters, got %d".formatted(MAX_LENGTH, user.length()));
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            known = key;
            if (known == null) {
                known = new SecretKeySpec(salt.get(), ALGORITHM);
                key = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }
}
