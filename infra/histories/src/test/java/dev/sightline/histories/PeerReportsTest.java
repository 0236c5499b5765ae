package dev.sightline.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceId;
import dev.sightline.histories.Action.Copy;
import dev.sightline.histories.Action.Delete;
import dev.sightline.histories.Action.Deliver;
import dev.sightline.histories.Action.Put;
import dev.sightline.histories.History.Leftovers;
import dev.sightline.histories.History.Step;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.visual.ErrorCode;
import dev.sightline.worker.WorkerUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other systems reported about keys, order, repeats and poisoned messages, as histories. */
class PeerReportsTest {

    private final Pipeline pipeline = new Pipeline(new Rules() {}, Narration.silent());

    /** localstack#465. */
    @ParameterizedTest
    @ValueSource(strings = {"a b.jpg", "a+b.jpg", "a%2Bb.jpg", "möbel/赤い椅子.jpg", "shot 12:30:05.png", " /.jpg"})
    void key_withOddCharacters_isTheObjectThatIsMeant(String key) {
        pipeline.perform(step(new Put(key, Content.RED)));
        drain();

        assertThat(Comparison.differences(pipeline)).isEmpty();
        assertThat(pipeline.index().image(Content.RED.signature()).orElseThrow().keys())
                .containsExactly(key);
    }

    @Test
    void key_thatEndsInASlash_isNoImageWhateverLiesThere() {
        pipeline.perform(step(new Put("folder/", Content.RED)));
        pipeline.perform(step(new Put("folder/", Content.EMPTY)));
        pipeline.perform(step(new Delete("folder/")));
        drain();

        assertThat(pipeline.registry().counts()).isEmpty();
        assertThat(pipeline.index().sizes().images()).isZero();
    }

    /** aws-sdk-net#1119. */
    @Test
    void order_withAPutThatComesAfterItsDeletion_resurrectsNothing() {
        pipeline.perform(step(new Put("a.jpg", Content.RED)));
        pipeline.perform(step(new Delete("a.jpg")));
        pipeline.perform(step(deliver(Stage.INGEST, 1)));
        pipeline.perform(step(deliver(Stage.INDEXER, 0)));
        drain();

        assertThat(source("a.jpg").state()).isEqualTo(SourceState.REMOVED);
        assertThat(Comparison.differences(pipeline)).isEmpty();
    }

    /** minio#18272; the sequencers of the two differ in length. */
    @Test
    void order_withTwoPutsSwapped_keepsTheLastWritten() {
        pipeline.perform(step(new Put("a.jpg", Content.RED)));
        pipeline.perform(step(new Put("a.jpg", Content.GREEN)));
        pipeline.perform(step(deliver(Stage.INGEST, 1)));
        pipeline.perform(step(deliver(Stage.INGEST, 0)));
        drain();

        assertThat(source("a.jpg").liveSignature()).contains(Content.GREEN.signature());
        assertThat(Comparison.differences(pipeline)).isEmpty();
    }

    /** localstack#3253: one message five times, to two workers at a time. */
    @Test
    void repeats_ofOneMessageAtTwoWorkers_makeOneSetOfDocuments() {
        pipeline.perform(step(new Put("a.jpg", Content.RED)));
        pipeline.perform(step(deliver(Stage.INGEST, 0)));
        IntStream.range(0, 4).forEach(i -> pipeline.perform(step(new Copy(Stage.WORKER, 0))));
        List<Integer> turnAbout = List.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        for (int i = 0; i < 3; i++) {
            pipeline.perform(new Step(List.of(deliver(Stage.WORKER, 0), deliver(Stage.WORKER, 1)), turnAbout));
        }
        drain();

        assertThat(Comparison.differences(pipeline)).isEmpty();
        assertThat(pipeline.registry().counts()).containsOnlyKeys(SourceState.INDEXED);
    }

    /** powertools#119, localstack#11262: of ten messages one cannot be handled. */
    @Test
    void poison_amongTenMessages_endsAloneAmongTheDeadLettersWithItsReasonAtTheSource() {
        for (int i = 0; i < 10; i++) {
            pipeline.perform(step(new Put(i + ".jpg", i == 6 ? Content.POISON : Content.RED)));
        }
        pipeline.perform(step(new Deliver(Stage.INGEST, 0, 10, Optional.empty())));
        int rounds = 10 * WorkerUnderTest.MAX_RECEIVES;
        IntStream.range(0, rounds).forEach(i -> pipeline.perform(step(deliver(Stage.WORKER, 0))));
        pipeline.perform(step(new Deliver(Stage.INDEXER, 0, 10, Optional.empty())));

        assertThat(pipeline.queue(Stage.WORKER).isEmpty()).isTrue();
        assertThat(pipeline.queue(Stage.WORKER).deadLetters())
                .singleElement()
                .asString()
                .contains("6.jpg");
        Source poisoned = source("6.jpg");
        assertThat(poisoned.state()).isEqualTo(SourceState.FAILED);
        assertThat(poisoned.reason()).isEqualTo(ErrorCode.DEFECT);
        assertThat(poisoned.detail()).contains("the model cannot bear this color");
        assertThat(pipeline.registry().counts()).containsEntry(SourceState.INDEXED, 9L);
        assertThat(pipeline.index().image(Content.RED.signature()).orElseThrow().keys())
                .hasSize(9);
    }

    /** ml-commons#2438, behind the repeats of the bulk itself: only the message of the refused item comes again. */
    @Test
    void bulk_withARefusedItem_isRepeatedForItsMessageAlone() {
        List<Content> images = List.of(Content.RED, Content.GREEN, Content.BLUE);
        images.forEach(image -> pipeline.perform(step(new Put(image + ".jpg", image))));
        pipeline.perform(step(new Deliver(Stage.INGEST, 0, 3, Optional.empty())));
        images.forEach(image -> pipeline.perform(step(deliver(Stage.WORKER, 0))));
        Fault refusal = new Fault(images.size() * 2 + 3, Fault.Kind.ITEM_REFUSED);
        pipeline.perform(step(new Deliver(Stage.INDEXER, 0, 3, Optional.of(refusal))));

        assertThat(pipeline.index().sizes().images()).isEqualTo(2);
        assertThat(pipeline.queue(Stage.INDEXER).size()).isEqualTo(1);
        drain();
        assertThat(Comparison.differences(pipeline)).isEmpty();
    }

    private void drain() {
        assertThat(pipeline.drain(Leftovers.OLDEST_FIRST)).isTrue();
    }

    private Source source(String key) {
        return pipeline.registry().find(SourceId.ofKey(key)).orElseThrow();
    }

    private static Step step(Action... actions) {
        return new Step(Arrays.asList(actions), List.of());
    }

    private static Deliver deliver(Stage stage, int pick) {
        return new Deliver(stage, pick, 1, Optional.empty());
    }
}
