package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.queue.Sent;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageHandlerTest {

    private final WorkerFixture worker = new WorkerFixture();
    private final MessageHandler handler = worker.handler();
    private final AnalysisRequested request = worker.upload("a.png", Pictures.png(0x102030));

    @Test
    void handle_withGoodRequest_isDoneAndCounted() {
        assertThat(handler.handle(message(1)).isDone()).isTrue();

        assertThat(worker.count(ImageOutcome.ANALYZED)).isEqualTo(1);
        assertThat(worker.count(ImageOutcome.FAILED)).isZero();
    }

    @Test
    void handle_withTemporaryFailure_isLeftAndTellsNothing() {
        worker.images.becomeUnavailable();

        assertThat(handler.handle(message(WorkerFixture.MAX_RECEIVES - 1))).isEqualTo(ImageOutcome.UNAVAILABLE);

        assertThat(worker.indexQueue.sent()).isEmpty();
        assertThat(worker.count(ImageOutcome.UNAVAILABLE)).isEqualTo(1);
    }

    @Test
    void handle_withFailureOnLastReceive_tellsTheIndexerAndLeavesTheMessage() {
        worker.images.becomeUnavailable();

        assertThat(handler.handle(message(WorkerFixture.MAX_RECEIVES)).isDone()).isFalse();

        assertThat(worker.indexQueue.sent()).singleElement().isInstanceOfSatisfying(AnalysisFailed.class, failed -> {
            assertThat(failed.source()).isEqualTo(request.source());
            assertThat(failed.reason()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE);
        });
    }

    @Test
    void handle_withDefectOnLastReceive_saysSo() {
        worker.models.before(() -> {
            throw new IllegalStateException("a mistake");
        });

        handler.handle(message(WorkerFixture.MAX_RECEIVES));

        assertThat(worker.indexQueue.sent()).singleElement().isInstanceOfSatisfying(AnalysisFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(ErrorCode.DEFECT);
            assertThat(failed.detail()).contains("a mistake");
        });
    }

    @ParameterizedTest
    @MethodSource("errors")
    void handle_withErrorOfTheJvm_isLikeAnyFailure(Error error, ErrorCode reason) {
        worker.models.before(() -> {
            throw error;
        });

        assertThat(handler.handle(message(1))).isEqualTo(ImageOutcome.FAILED);
        assertThat(worker.indexQueue.sent()).isEmpty();
        assertThat(handler.handle(message(WorkerFixture.MAX_RECEIVES))).isEqualTo(ImageOutcome.FAILED);
        assertThat(worker.indexQueue.sent()).singleElement().isInstanceOfSatisfying(AnalysisFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(reason);
            assertThat(failed.detail()).contains(error.getMessage());
        });
    }

    private static Stream<Arguments> errors() {
        return Stream.of(
                arguments(new OutOfMemoryError("Java heap space"), ErrorCode.OUT_OF_MEMORY),
                arguments(new StackOverflowError("too deep"), ErrorCode.DEFECT),
                arguments(new NoClassDefFoundError("a/Codec"), ErrorCode.DEFECT));
    }

    @Test
    void handle_withFullHeap_asksForANewStart() {
        worker.models.before(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        handler.handle(message(1));

        assertThat(worker.recycled).containsExactly("the heap was full: Java heap space");
    }

    @Test
    void handle_withAnotherError_goesOn() {
        worker.models.before(() -> {
            throw new StackOverflowError("too deep");
        });

        handler.handle(message(1));

        assertThat(worker.recycled).isEmpty();
    }

    @Test
    void leave_onTheLastReceive_tellsTheIndexerWhy() {
        SightlineException reason = new SightlineException(ErrorCode.ANALYZER_UNAVAILABLE, "the worker stops");

        handler.leave(message(WorkerFixture.MAX_RECEIVES - 1), reason);
        assertThat(worker.indexQueue.sent()).isEmpty();
        handler.leave(message(WorkerFixture.MAX_RECEIVES), reason);

        assertThat(worker.indexQueue.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        AnalysisFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(ErrorCode.ANALYZER_UNAVAILABLE));
    }

    @Test
    void leave_ofPoison_doesNothing() {
        WorkMessage poison = new WorkMessage("id", "receipt", "poison", WorkerFixture.MAX_RECEIVES, Sent.UNKNOWN);

        handler.leave(poison, new SightlineException(ErrorCode.ANALYZER_UNAVAILABLE, "the worker stops"));

        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    @Test
    void handle_withPoison_isLeftToTheDeadLetterQueue() {
        WorkMessage poison =
                new WorkMessage("id", "receipt", "{\"no\": \"request\"}", WorkerFixture.MAX_RECEIVES, Sent.UNKNOWN);

        assertThat(handler.handle(poison).isDone()).isFalse();

        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    private WorkMessage message(int receiveCount) {
        return new WorkMessage("id", "receipt", EventJson.write(request), receiveCount, Sent.UNKNOWN);
    }
}
