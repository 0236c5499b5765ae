package dev.sightline.visual;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a trace something happens: the header {@code traceparent} of W3C's Trace Context.
 *
 * <p>{@code traceId}: 32 lower-case hex digits, {@code parentId}: 16, neither all zeros; {@code flags}: 2, of which 01 means that the trace is sampled.
 *
 * @throws IllegalArgumentException if a part has another form
 */
public record TraceParent(String traceId, String parentId, String flags) {

    /** The name of the header, and of the metadata of an S3 object. */
    public static final String NAME = "traceparent";

    private static final String SAMPLED = "01";
    private static final int PARENT_BYTES = 8;
    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern PARENT_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");
    private static final Pattern FLAGS = Pattern.compile("[0-9a-f]{2}");

    /** Later versions may have more behind it. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    public TraceParent {
        require(TRACE_ID, traceId);
        require(PARENT_ID, parentId);
        require(FLAGS, flags);
    }

    private static void require(Pattern form, String part) {
        if (!form.matcher(part).matches()) {
            throw new IllegalArgumentException("expected %s, got '%s'".formatted(form, part));
        }
    }

    /** What a header says; empty for what no version of the standard allows, which then counts as no header. */
    public static Optional<TraceParent> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean known = matcher.matches()
                && (matcher.group(5) == null || !matcher.group(1).equals("00"));
        if (!known
                || !TRACE_ID.matcher(matcher.group(2)).matches()
                || !PARENT_ID.matcher(matcher.group(3)).matches()) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(matcher.group(2), matcher.group(3), matcher.group(4)));
    }

    /** The beginning of a sampled trace. */
    public static TraceParent begin(String traceId, RandomGenerator random) {
        return new TraceParent(traceId, parentId(random), SAMPLED);
    }

    /** The next thing that happens in this trace. */
    public TraceParent child(RandomGenerator random) {
        return new TraceParent(traceId, parentId(random), flags);
    }

    private static String parentId(RandomGenerator random) {
        byte[] bytes = new byte[PARENT_BYTES];
        random.nextBytes(bytes);
        bytes[0] |= 1;
        return HexFormat.of().formatHex(bytes);
    }

    /** The header's value. */
    public String text() {
        return "00-%s-%s-%s".formatted(traceId, parentId, flags);
    }
}
