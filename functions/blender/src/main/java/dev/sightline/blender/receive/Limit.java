package dev.sightline.blender.receive;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of results that a client wants in each group, {@value #MIN}..{@value #MAX}.
 *
 * @throws SightlineException with {@link ErrorCode#INVALID_REQUEST} if the number lies outside
 */
public record Limit(int value) {

    static final int MIN = 1;
    static final int MAX = 100;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /** What a client gets that asks for no number. */
    public static final Limit DEFAULT = new Limit(10);

    public Limit {
        if (value < MIN || value > MAX) {
            throw invalid(Integer.toString(value));
        }
    }

    /** Reads a query parameter; the default if it is absent. */
    public static Limit parse(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        // Java reads digits of other scripts, and a sign, too.
        if (!DIGITS.matcher(text).matches()) {
            throw invalid(text);
        }
        return new Limit(Integer.parseInt(text));
    }

    /** The limit of a JSON field; the default if it is absent. */
    public static Limit ofField(@Nullable Integer field) {
        return field == null ? DEFAULT : new Limit(field);
    }

    private static SightlineException invalid(String text) {
        return new SightlineException(
                ErrorCode.INVALID_REQUEST, "expected limit in %d..%d, got '%s'".formatted(MIN, MAX, text));
    }
}
