package dev.sightline.queue;

import dev.sightline.visual.TraceParent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a message came into its queue.
 *
 * @param at when; null if the queue does not tell
 * @param trace where in a trace, by {@link #TRACE}; null if the sender did not say
 */
public record Sent(@Nullable Instant at, @Nullable TraceParent trace) {

    /** The message attribute that names the sender's place in a trace. */
    public static final String TRACE = TraceParent.NAME;

    /** The system attribute of SQS that says when, in milliseconds since 1970. */
    public static final String TIME = "SentTimestamp";

    /** Nothing is known of it. */
    public static final Sent UNKNOWN = new Sent(null, null);

    /** What the values of {@link #TIME} and {@link #TRACE} say; null or of another form: nothing. */
    public static Sent of(@Nullable String time, @Nullable String trace) {
        boolean known = time != null && time.matches("\\d{1,15}");
        return new Sent(
                known ? Instant.ofEpochMilli(Long.parseLong(time)) : null,
                trace == null ? null : TraceParent.parse(trace).orElse(null));
    }
}
