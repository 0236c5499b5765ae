package dev.sightline.queue;

import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Messages that were received together and fail alone: what is wrong with one does not stop the others.
 *
 * <p>The one place that catches broadly, around one message. Not thread-safe: it collects the failures of one invocation.
 */
public final class PartialBatch {

    private static final Logger LOG = System.getLogger(PartialBatch.class.getName());

    private final Set<String> failedIds = new LinkedHashSet<>();

    /**
     * Takes each message one step further.
     *
     * @param inputs by message id
     * @return what the step gave, by message id in the same order; messages whose step threw are left out and have failed
     */
    public <I, O> Map<String, O> each(Map<String, I> inputs, Function<I, O> step) {
        Map<String, O> outputs = new LinkedHashMap<>();
        inputs.forEach((id, input) -> {
            try {
                outputs.put(id, step.apply(input));
            } catch (RuntimeException e) {
                fail(id, e);
            }
        });
        return outputs;
    }

    /** Leaves a message to be received again, or to go to the dead-letter queue after its last receive. */
    public void fail(String messageId, RuntimeException reason) {
        failedIds.add(messageId);
        if (reason instanceof SightlineException known) {
            String retry = known.code().retryable() ? "retry" : "failed";
            LOG.log(
                    Level.WARNING,
                    "outcome={0} message={1} code={2} detail={3}",
                    retry,
                    messageId,
                    known.code().slug(),
                    known.getMessage());
        } else {
            LOG.log(Level.ERROR, "outcome=failed message=" + messageId, reason);
        }
    }

    /** The messages that failed so far. */
    public Set<String> failedIds() {
        return Set.copyOf(failedIds);
    }
}
