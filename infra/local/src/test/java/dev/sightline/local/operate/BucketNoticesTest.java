package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.Sequencer;
import dev.sightline.storage.BucketObject;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketNoticesTest {

    private static final BucketNotice CREATED = new BucketNotice.Created(
            new BucketObject("möbel/№1+2%20.jpg", "be76", 5242, Fixtures.NOW), new Sequencer("0062E9"));
    private static final BucketNotice DELETED = new BucketNotice.Deleted("möbel/№1+2%20.jpg", new Sequencer("0062EA"));

    private final SteppingPacer pacer = new SteppingPacer();

    @Test
    void send_withCreation_hasTheFormOfTheBucketsOwnEvent() {
        RecordingEventQueue<JsonNode> queue = new RecordingEventQueue<>();
        new BucketNotices(queue, "images", pacer).send(List.of(CREATED));

        JsonNode event = queue.sent().getFirst();
        assertThat(event.path("detail-type").asText()).isEqualTo("Object Created");
        assertThat(event.at("/detail/bucket/name").asText()).isEqualTo("images");
        assertThat(event.at("/detail/object/key").asText()).isEqualTo("möbel/№1+2%20.jpg");
        assertThat(event.at("/detail/object/etag").asText()).isEqualTo("be76");
        assertThat(event.at("/detail/object/size").asLong()).isEqualTo(5242);
        assertThat(event.at("/detail/object/sequencer").asText()).isEqualTo("0062E9");
    }

    @Test
    void send_withDeletion_hasTheFormOfTheBucketsOwnEvent() {
        RecordingEventQueue<JsonNode> queue = new RecordingEventQueue<>();
        new BucketNotices(queue, "images", pacer).send(List.of(DELETED));

        JsonNode event = queue.sent().getFirst();
        assertThat(event.path("detail-type").asText()).isEqualTo("Object Deleted");
        assertThat(event.at("/detail/object/key").asText()).isEqualTo("möbel/№1+2%20.jpg");
        assertThat(event.at("/detail/object/sequencer").asText()).isEqualTo("0062EA");
        assertThat(event.at("/detail/object").has("etag")).isFalse();
    }

    @Test
    void send_withOneRefusedForNow_sendsThatOneAgainLater() {
        RecordingEventQueue<JsonNode> queue = new RecordingEventQueue<>();
        queue.refuse(0);
        pacer.whilePausing(queue::refuse);

        new BucketNotices(queue, "images", pacer).send(List.of(CREATED, DELETED));

        assertThat(queue.sent())
                .extracting(event -> event.path("detail-type").asText())
                .containsExactly("Object Deleted", "Object Created");
        assertThat(pacer.passed()).isPositive();
    }

    @Test
    void send_withEndlessRefusal_givesUpWithTheReason() {
        RecordingEventQueue<JsonNode> queue = new RecordingEventQueue<>();
        queue.refuse(0);

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> new BucketNotices(queue, "images", pacer).send(List.of(CREATED)))
                .withMessageContaining("refused position 0");
    }

    @Test
    void send_withRefusalForGood_doesNotTryAgain() {
        Deque<Map<Integer, SightlineException>> answers =
                new ArrayDeque<>(List.of(Map.of(0, new SightlineException(ErrorCode.DEFECT, "no such queue"))));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() ->
                        new BucketNotices((events, traces) -> answers.remove(), "images", pacer).send(List.of(CREATED)))
                .withMessageContaining("no such queue");
    }
}
