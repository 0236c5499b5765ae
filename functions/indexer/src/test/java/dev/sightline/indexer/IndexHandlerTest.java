package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.anIndexEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.sightline.events.EventJson;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.testkit.RecordingEventQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexHandlerTest {

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final IndexHandler handler = new IndexHandler(new IndexUpdate(
            registry,
            new IndexReconciler(
                    registry,
                    new FeatureLoader(new InMemoryFeatureStore(), 1),
                    new InMemoryVisualIndex(),
                    new Catalogue(
                            new InMemoryPinStore(),
                            new InMemoryBoardStore(),
                            new InMemoryPinIndex(),
                            new InMemoryEngagementIndex(),
                            1),
                    Clock.systemUTC()),
            new BoardFanOut(new InMemoryPinIndex(), new RecordingEventQueue<>()),
            new TombstonePurge(registry, Clock.systemUTC(), Duration.ofDays(30)),
            SilentTelling.at(Clock.systemUTC())));

    @Test
    @SuppressWarnings("NullAway") // The context is not read.
    void handleRequest_withOnePoisonedMessage_namesItAlone() {
        SQSEvent event = new SQSEvent();
        event.setRecords(
                List.of(message("good", EventJson.write(anIndexEvent().removed())), message("poison", "no event")));

        assertThat(handler.handleRequest(event, null).getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("poison");
        assertThat(registry.counts()).hasSize(1);
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
