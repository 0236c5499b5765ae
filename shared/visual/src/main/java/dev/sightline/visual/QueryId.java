package dev.sightline.visual;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names the pixels of an earlier query, which are kept for {@link #VALID_FOR}: {@code qry-} and 44 hex digits, of which the first 12
 * are the time in milliseconds at which it was issued and the other 32 are random.
 *
 * <p>Opaque to clients, and not to be guessed: whoever knows it may ask about the photo. The time lies in the id so that an expired id is
 * known for what it is after everything else was removed; an id whose time was changed names nothing.
 *
 * <p>Ours.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the text has another form
 */
public record QueryId(String value) {

    /** How long an id can be asked about. */
    public static final Duration VALID_FOR = Duration.ofHours(24);

    private static final String PREFIX = "qry-";
    private static final int TIME_DIGITS = 12;
    private static final int RANDOM_BYTES = 16;
    private static final int LONGEST_SHOWN = 64;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{44}");

    public QueryId {
        if (!FORM.matcher(value).matches()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a query id qry-<44 lower-case hex digits>, got '%s'".formatted(shown(value)));
        }
    }

    /**
     * An id that is issued at a time.
     *
     * @param random 16 bytes of a generator whose values cannot be guessed
     * @throws IllegalArgumentException for another number of bytes
     */
    public static QueryId of(Instant issuedAt, byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("expected %d bytes, got %d".formatted(RANDOM_BYTES, random.length));
        }
        String time = HexFormat.of().toHexDigits(issuedAt.toEpochMilli(), TIME_DIGITS);
        return new QueryId(PREFIX + time + HexFormat.of().formatHex(random));
    }

    /**
     * A fresh id.
     *
     * @param random its values must not be guessed
     */
    public static QueryId random(Instant issuedAt, RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return of(issuedAt, bytes);
    }

    /** When it was issued, in whole milliseconds. */
    public Instant issuedAt() {
        int start = PREFIX.length();
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(value, start, start + TIME_DIGITS));
    }

    /** From when on it is expired. */
    public Instant expiresAt() {
        return issuedAt().plus(VALID_FOR);
    }

    /** Whether it can no longer be asked about. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    @Override
    public String toString() {
        return value;
    }
}
