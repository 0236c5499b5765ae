package dev.sightline.events;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * S3's order of the events of one key: hex digits, compared after padding the shorter with zeros on the right.
 *
 * <p>Orders puts and deletes of one key only; says nothing across keys. Two writings of the same number compare as equal but are not
 * {@code equals}.
 *
 * @throws IllegalArgumentException if the text is not 1 to 64 hex digits
 */
public record Sequencer(String value) implements Comparable<Sequencer> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{1,64}");

    /** Before every sequencer of S3: for objects of which no event is known. */
    public static final Sequencer ZERO = new Sequencer("0");

    private static final int MAX_DIGITS = 64;
    private static final int HEX = 16;

    public Sequencer {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("expected a sequencer of 1 to 64 hex digits, got '%s'".formatted(value));
        }
        value = value.toUpperCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Sequencer other) {
        int length = Math.max(value.length(), other.value.length());
        return padded(length).compareTo(other.padded(length));
    }

    /**
     * The next one in this order: after this one, and before every later one of S3, whose sequencers all have the same, smaller number
     * of digits. For an event that S3 should have sent and that never came.
     *
     * @throws IllegalStateException if there is none
     */
    public Sequencer successor() {
        return plus(BigInteger.ONE);
    }

    /**
     * As {@link #successor()}, for what somebody saw at a moment after 1970: of two looks that follow this version, the later one is
     * greater, to the microsecond.
     */
    public Sequencer successor(Instant seenAt) {
        return plus(BigInteger.valueOf(Math.max(1, ChronoUnit.MICROS.between(Instant.EPOCH, seenAt))));
    }

    /**
     * Whether this stands in for an event that S3 did not send: {@link #ZERO} or a successor, which no sequencer of S3 is as short or
     * as long as.
     */
    public boolean isSubstitute() {
        return value.equals(ZERO.value) || value.length() == MAX_DIGITS;
    }

    private Sequencer plus(BigInteger increment) {
        String next = new BigInteger(padded(MAX_DIGITS), HEX).add(increment).toString(HEX);
        if (next.length() > MAX_DIGITS) {
            throw new IllegalStateException("expected a sequencer after %s, it is the last".formatted(this));
        }
        return new Sequencer("0".repeat(MAX_DIGITS - next.length()) + next);
    }

    private String padded(int length) {
        return value + "0".repeat(length - value.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
