package dev.sightline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.sightline.index.IndexedImage;
import dev.sightline.reconcile.EngagementRollUp;
import dev.sightline.reconcile.IndexedImages;
import dev.sightline.testkit.Engagements;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryEngagementLog;
import dev.sightline.testkit.InMemoryRollUpStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.SightlineException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollUpHandlerTest {

    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new AssertionError("expected no question to the context, got " + method);
            });

    private final InMemoryEngagementLog log = new InMemoryEngagementLog();
    private final InMemoryRollUpStore rollUps = new InMemoryRollUpStore();
    private final InMemoryEngagementIndex view = new InMemoryEngagementIndex();
    private final InMemoryVisualIndex images = new InMemoryVisualIndex();
    private final RollUpHandler handler =
            new RollUpHandler(new EngagementRollUp(log, rollUps, new IndexedImages(images, images.inventory()), view));

    @BeforeEach
    void indexQueryAndResult() {
        images.serve(images.open(Fixtures.aModelSet()));
        for (long seed : new long[] {1, 11}) {
            images.write(List.of(new IndexedImage(
                    Fixtures.aFeatureRecord()
                            .withSignature(Fixtures.aSignature(seed))
                            .build(),
                    List.of("k.png"),
                    Fixtures.NOW)));
        }
        log.addEvents(Engagements.TODAY, "a", List.of(Engagements.anEvent("1")));
    }

    @Test
    void handleRequest_ofSeveralMessages_rollsUpOnce() {
        assertThat(handler.handleRequest(event(3), CONTEXT).getBatchItemFailures())
                .isEmpty();

        assertThat(view.winners(Fixtures.aSignature(1), 10)).hasSize(1);
        assertThat(log.reads()).isEqualTo(1);
    }

    @Test
    void handleRequest_whenTheLogDoesNotAnswer_failsSoThatAllComeAgain() {
        log.becomeUnavailable();

        assertThatExceptionOfType(SightlineException.class).isThrownBy(() -> handler.handleRequest(event(1), CONTEXT));
    }

    private static SQSEvent event(int messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(IntStream.range(0, messages)
                .mapToObj(i -> {
                    SQSMessage message = new SQSMessage();
                    message.setMessageId("m" + i);
                    message.setBody("{\"type\": \"RollUpDue\"}");
                    return message;
                })
                .toList());
        return event;
    }
}
