package dev.sightline.worker;

import static dev.sightline.worker.LoopFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.ImageAnalyzed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class QueueLoopOutageTest {

    private static final int IMAGES = 200;
    private static final Duration STEP = Duration.ofSeconds(1);

    private final LoopFixture fixture = new LoopFixture(Duration.ofDays(1));
    private final WorkerFixture worker = fixture.worker;
    private final InMemoryWorkQueue queue = fixture.queue;
    private final QueueLoop loop = fixture.loop();

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void loop_overAnOutageOfAnHour_losesNoMessageAndHardlyAReceive() {
        worker.images.becomeUnavailable();
        fixture.send(IMAGES);
        loop.start();
        await(() -> loop.state() == LoopState.OUTAGE && fixture.heartbeat.held().isEmpty());
        double failures = worker.count(ImageOutcome.UNAVAILABLE);

        passTime(Duration.ofHours(1), Duration.ofSeconds(5));

        assertThat(worker.count(ImageOutcome.UNAVAILABLE)).isEqualTo(failures);
        assertThat(queue.mostReceives()).isEqualTo(1);
        worker.images.becomeAvailable();
        await(() -> {
            worker.clock.advance(STEP);
            return queue.remaining().isEmpty();
        });
        assertThat(worker.indexQueue.sent()).hasSize(IMAGES).allMatch(ImageAnalyzed.class::isInstance);
    }

    @Test
    void loop_atTheBeginningOfAnOutage_triesNoMoreThanItHolds() {
        worker.images.becomeUnavailable();
        fixture.send(IMAGES);
        loop.start();

        await(() -> loop.state() == LoopState.OUTAGE && fixture.heartbeat.held().isEmpty());

        // What it held, what took the places of the first failures, and the receive that was under way.
        assertThat(queue.visible()).isGreaterThanOrEqualTo(IMAGES - 3L * LoopFixture.HANDLERS.capacity());
        assertThat(queue.remaining()).hasSize(IMAGES);
    }

    private void passTime(Duration total, Duration step) {
        for (Duration passed = Duration.ZERO; passed.compareTo(total) < 0; passed = passed.plus(step)) {
            worker.clock.advance(step);
            LoopFixture.pause(2);
        }
    }
}
