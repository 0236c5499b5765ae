package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs cursors, so that a client can only come back with one that it was given, to the question for which it was, and not for ever.
 *
 * <p>A sealed cursor is base64url, without padding, of the first 16 bytes of HMAC-SHA256 over question, end and place, of the end as 8 bytes
 * (seconds), and of the place in UTF-8. Safe for all threads.
 */
public final class CursorSeal {

    /** At least so long, and at most an hour more: within an hour the same place has the same cursor, and so the same page the same ETag. */
    static final Duration VALID_FOR = Duration.ofHours(24);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int HEAD_BYTES = SIGNATURE_BYTES + Long.BYTES;

    private final Supplier<byte[]> secret;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable SecretKeySpec key;

    /**
     * Signs under a secret.
     *
     * @param secret gives it at first use; its exceptions reach who asks, and the next one asks again
     */
    public CursorSeal(Supplier<byte[]> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * The sealed form of a place.
     *
     * @param question what the cursor is for: another one refuses it
     */
    public String seal(String question, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        long end = clock.instant()
                .plus(VALID_FOR)
                .truncatedTo(ChronoUnit.HOURS)
                .plus(1, ChronoUnit.HOURS)
                .getEpochSecond();
        ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + text.length)
                .put(signature(question, end, text))
                .putLong(end)
                .put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /**
     * The place that was sealed for a question.
     *
     * @throws SightlineException with {@link ErrorCode#INVALID_CURSOR} if this is none of its cursors, with {@link ErrorCode#EXPIRED_CURSOR} if
     *     it is more than 24 hours old, or 25 at most
     */
    public String open(String question, String cursor) {
        ByteBuffer sealed = ByteBuffer.wrap(decoded(cursor));
        if (sealed.remaining() < HEAD_BYTES) {
            throw invalid(null);
        }
        byte[] signature = new byte[SIGNATURE_BYTES];
        sealed.get(signature);
        long end = sealed.getLong();
        byte[] text = new byte[sealed.remaining()];
        sealed.get(text);
        if (!MessageDigest.isEqual(signature, signature(question, end, text))) {
            throw invalid(null);
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(end))) {
            throw new SightlineException(
                    ErrorCode.EXPIRED_CURSOR,
                    "expected a cursor of the last %d hours; begin the list again".formatted(VALID_FOR.toHours()));
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** One text for one cursor: what another decoder would take as the same is refused. */
    private static byte[] decoded(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    private static SightlineException invalid(@Nullable Exception cause) {
        String message = "expected a cursor from 'next' of the same list, as it was given";
        return cause == null
                ? new SightlineException(ErrorCode.INVALID_CURSOR, message)
                : new SightlineException(ErrorCode.INVALID_CURSOR, message, cause);
    }

    private byte[] signature(String question, long end, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] asked = question.getBytes(StandardCharsets.UTF_8);
            // The length keeps question and place apart.
            mac.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(asked.length)
                    .putLong(end)
                    .array());
            mac.update(asked);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SightlineException(ErrorCode.DEFECT, "cannot sign a cursor", e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) {
            return known;
        }
        reading.lock();
        try {
            SecretKeySpec read = key == null ? new SecretKeySpec(secret.get(), ALGORITHM) : key;
            key = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
