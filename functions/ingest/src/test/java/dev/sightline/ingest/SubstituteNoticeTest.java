package dev.sightline.ingest;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aModelSet;
import static dev.sightline.testkit.Fixtures.aSignature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.queue.ReceivedMessage;
import dev.sightline.queue.Sent;
import dev.sightline.storage.UploadTraces;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notices that an operation sends in place of events that the bucket did not send: whatever comes from the bucket later wins. */
class SubstituteNoticeTest {

    private static final String KEY = "möbel/赤い椅子 №1+2%20.jpg";
    private static final Sequencer FIRST = new Sequencer("0062E99A88DC407460");
    private static final Sequencer SECOND = new Sequencer("0062E99A88DC407461");

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final RecordingEventQueue<AnalysisRequested> analysisQueue = new RecordingEventQueue<>();
    private final RecordingEventQueue<IndexEvent> indexQueue = new RecordingEventQueue<>();
    private final UploadIntake intake = new UploadIntake(
            new UploadCheck(1 << 20, Clock.fixed(NOW, ZoneOffset.UTC)),
            new UploadOrder(registry),
            new UploadRequests(analysisQueue, indexQueue),
            () -> new IngestSpans(Tracer.NONE, UploadTraces.NONE));

    private static List<Source> answered() {
        return List.of(
                Source.indexed(version(FIRST), aSignature(1), aModelSet().id(), NOW),
                Source.rejected(version(FIRST), ErrorCode.UNSUPPORTED_FORMAT, "", NOW),
                Source.failed(version(FIRST), ErrorCode.DEFECT, "", NOW),
                Source.removed(version(FIRST), NOW));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void take_withSuccessorOfAnAnsweredVersion_isPendingAndRequestedAgain(Source source) {
        registry.record(source);

        take(FIRST.successor());

        assertThat(stored().state()).isEqualTo(SourceState.PENDING);
        assertThat(stored().signature()).isEqualTo(source.signature());
        assertThat(analysisQueue.sent())
                .extracting(request -> request.source().sequencer())
                .containsExactly(FIRST.successor());
    }

    @ParameterizedTest
    @MethodSource("answered")
    void take_withTheVersionThatIsAnswered_changesNothing(Source source) {
        registry.record(source);

        take(FIRST);

        assertThat(stored().state()).isEqualTo(source.state());
        assertThat(analysisQueue.sent()).isEmpty();
    }

    @Test
    void take_withThePendingVersion_requestsAgain() {
        registry.record(Source.pending(version(FIRST), "be76ee6efe6d33d4a1e3f3b8e4e4ac02", NOW.minusSeconds(3600)));

        take(FIRST);

        assertThat(analysisQueue.sent()).hasSize(1);
    }

    @Test
    void take_withZeroForUnknownKey_isPendingAndRequested() {
        take(Sequencer.ZERO);

        assertThat(stored())
                .isEqualTo(Source.pending(version(Sequencer.ZERO), "be76ee6efe6d33d4a1e3f3b8e4e4ac02", NOW));
        assertThat(analysisQueue.sent()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("answered")
    void take_withZeroForKnownKey_isOvertaken(Source source) {
        registry.record(source);

        take(Sequencer.ZERO);

        assertThat(stored()).isEqualTo(source);
        assertThat(analysisQueue.sent()).isEmpty();
    }

    @Test
    void take_withEventOfTheBucketAfterOrBeforeTheNotice_endsAtTheEvent() {
        registry.record(Source.removed(version(FIRST), NOW));
        take(FIRST.successor());
        take(SECOND);
        Source noticeFirst = stored();

        take(FIRST.successor());

        assertThat(stored()).isEqualTo(noticeFirst);
        assertThat(noticeFirst.version().sequencer()).isEqualTo(SECOND);
        assertThat(analysisQueue.sent())
                .extracting(request -> request.source().sequencer())
                .containsExactly(FIRST.successor(), SECOND);
    }

    @Test
    void take_withDeletionAfterAPendingVersion_removesItAndLosesToALaterUpload() {
        registry.record(Source.pending(version(FIRST), "e", NOW));
        take(Map.of("m", notice("object-deleted.json", SECOND, FIRST.successor())));

        ImageRemoved report = (ImageRemoved) indexQueue.sent().getFirst();
        Source removed = Source.removed(report.source(), NOW);
        assertThat(registry.record(removed).current()).isTrue();
        assertThat(registry.record(Source.indexed(
                                version(FIRST), aSignature(1), aModelSet().id(), NOW))
                        .current())
                .isFalse();
        take(SECOND);
        assertThat(stored().state()).isEqualTo(SourceState.PENDING);
        assertThat(registry.record(removed).current()).isFalse();
    }

    private void take(Sequencer sequencer) {
        assertThat(take(Map.of("m", notice("object-created.json", FIRST, sequencer))))
                .isEmpty();
    }

    private static String notice(String recorded, Sequencer old, Sequencer sequencer) {
        return RecordedEvents.read(recorded).replace(old.value(), sequencer.value());
    }

    private Source stored() {
        return registry.find(version(FIRST).id()).orElseThrow();
    }

    private static SourceVersion version(Sequencer sequencer) {
        return new SourceVersion("images", KEY, sequencer);
    }

    private Set<String> take(Map<String, String> bodies) {
        Map<String, ReceivedMessage> messages = new LinkedHashMap<>();
        bodies.forEach((id, body) -> messages.put(id, new ReceivedMessage(body, Sent.UNKNOWN)));
        return intake.take(messages);
    }
}
