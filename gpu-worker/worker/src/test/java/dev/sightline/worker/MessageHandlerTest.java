package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.visual.ErrorCode;
import org.junit.jupiter.api.Test;

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

        assertThat(handler.handle(message(WorkerFixture.MAX_RECEIVES - 1))).isEqualTo(ImageOutcome.FAILED);

        assertThat(worker.indexQueue.sent()).isEmpty();
        assertThat(worker.count(ImageOutcome.FAILED)).isEqualTo(1);
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

    @Test
    void handle_withPoison_isLeftToTheDeadLetterQueue() {
        WorkMessage poison = new WorkMessage("id", "receipt", "{\"no\": \"request\"}", WorkerFixture.MAX_RECEIVES);

        assertThat(handler.handle(poison).isDone()).isFalse();

        assertThat(worker.indexQueue.sent()).isEmpty();
    }

    private WorkMessage message(int receiveCount) {
        return new WorkMessage("id", "receipt", EventJson.write(request), receiveCount);
    }
}
