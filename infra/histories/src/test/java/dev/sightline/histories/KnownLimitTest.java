package dev.sightline.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.histories.Action.Copy;
import dev.sightline.histories.Action.Delete;
import dev.sightline.histories.Action.Deliver;
import dev.sightline.histories.Action.Put;
import dev.sightline.histories.History.Leftovers;
import dev.sightline.histories.History.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The one history that is known to end wrong, which the random ones leave out ({@link Rules#messageOutlivesItsCopy}).
 *
 * <p>Two indexers hold copies of one message at the same time. One has looked at the sources and is about to write; the other handles
 * its copy and a later deletion to the end, so that the message is deleted for both; the first writes what is wrong by now and dies
 * before it looks again. No message is left that would lead anybody to that document. A queue hides a message for longer than a
 * function may run, so it takes a copy made by the queue itself and a crash in that moment. Reconciling the image mends it.
 */
class KnownLimitTest {

    private static final History HISTORY = new History(
            List.of(
                    step(new Put("a.jpg", Content.RED)),
                    step(deliver(Stage.INGEST, 1)),
                    step(deliver(Stage.WORKER, 1)),
                    step(new Delete("a.jpg")),
                    step(deliver(Stage.INGEST, 1)),
                    step(new Copy(Stage.INDEXER, 0)),
                    new Step(
                            List.of(
                                    new Deliver(Stage.INDEXER, 0, 1, Optional.of(new Fault(6, Fault.Kind.DIES_AFTER))),
                                    deliver(Stage.INDEXER, 2)),
                            List.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))),
            Leftovers.OLDEST_FIRST);

    private static final Rules ONE_FATE = new Rules() {
        @Override
        public boolean messageOutlivesItsCopy() {
            return false;
        }
    };

    @Test
    void copyOfAMessage_whoseWriterDies_leavesADocumentUntilTheImageIsReconciled() {
        Pipeline pipeline = new Pipeline(ONE_FATE, Narration.silent());
        HISTORY.steps().forEach(pipeline::perform);
        assertThat(pipeline.drain(HISTORY.leftovers())).isTrue();

        assertThat(Comparison.differences(pipeline))
                .as(Replay.told(HISTORY, ONE_FATE))
                .anyMatch(difference ->
                        difference.startsWith("keys of red") && difference.endsWith("expected [], got [a.jpg]"));

        Instance nobody = new Instance("reconcile", Optional.empty(), () -> {}, Narration.silent());
        pipeline.reconciler(nobody, pipeline.registry(), pipeline.index()).reconcile(Set.of(Content.RED.signature()));
        assertThat(Comparison.differences(pipeline)).isEmpty();
    }

    @Test
    void copyOfAMessage_whoseWriterDiesAndIsReplaced_leavesNothing() {
        assertThat(Replay.differences(HISTORY, new Rules() {})).isEmpty();
    }

    private static Step step(Action action) {
        return new Step(List.of(action), List.of());
    }

    private static Deliver deliver(Stage stage, int size) {
        return new Deliver(stage, 0, size, Optional.empty());
    }
}
