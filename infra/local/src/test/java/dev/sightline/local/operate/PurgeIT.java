package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EventJson;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.SourceState;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.Readiness;
import dev.sightline.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The message that the scheduled rule sends once a day, sent now. */
class PurgeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Site site = Site.local(TemporaryQueues.running());
    private final SourceRegistry registry = site.registry();
    private final String prefix = "purge-" + UUID.randomUUID() + "/";

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void purgeDue_onTheIndexQueue_hasOldTombstonesForgotten() {
        registry.record(Source.removed(version("old"), Instant.now().minus(Duration.ofDays(31))));
        registry.record(Source.removed(version("young"), Instant.now().minus(Duration.ofDays(29))));
        Readiness.sleep(Duration.ofSeconds(2)); // Until a search sees them.

        site.sqs()
                .sendMessage(request -> request.queueUrl(site.output(OutputNames.INDEX_QUEUE_URL))
                        .messageBody(EventJson.write(new PurgeDue())));

        await(() -> registry.find(version("old").id()).isEmpty());
        assertThat(registry.find(version("young").id())).isPresent();
    }

    /** Ingest takes the key for a new one, and the worker finds no object: the source must not stay pending. */
    @Test
    void lateEvent_ofAPurgedKey_endsAsATombstoneAgain() {
        SourceVersion late = version("late.png");
        site.sqs()
                .sendMessage(request -> request.queueUrl(site.output(OutputNames.UPLOAD_QUEUE_URL))
                        .messageBody("""
                                {"detail-type": "Object Created", "detail": {"bucket": {"name": "%s"},
                                 "object": {"key": "%s", "size": 100, "etag": "e", "sequencer": "%s"}}}
                                """.formatted(site.imagesBucket(), late.key(), late.sequencer())));

        await(() -> registry.find(late.id())
                .filter(source -> source.state() == SourceState.REMOVED)
                .isPresent());
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Readiness.sleep(Duration.ofMillis(500));
        }
    }

    private SourceVersion version(String name) {
        return Fixtures.aSourceVersion().withKey(prefix + name).build();
    }
}
