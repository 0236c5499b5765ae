package dev.sightline.worker;

import static dev.sightline.worker.LoopFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.imaging.NormalizedImage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueueLoopSizeTest {

    private static final int RED = 0xFF0000;

    private final LoopFixture fixture = new LoopFixture();
    private final WorkerFixture worker = fixture.worker;
    private final InMemoryWorkQueue queue = fixture.queue;
    private final QueueLoop loop = fixture.loop();
    private final AtomicInteger largeAtOnce = new AtomicInteger();
    private final AtomicInteger mostLargeAtOnce = new AtomicInteger();

    @AfterEach
    void stop() {
        fixture.letTheModelRun();
        loop.stop();
    }

    @Test
    void loop_whileLargeImagesAreHeld_letsSmallOnesPass() {
        holdTheModelOnLargeImages();
        sendLarge(3);
        fixture.send(20);
        loop.start();

        await(() -> queue.remaining().size() == 3);
        await(() -> fixture.heartbeat.held().size() == 3);

        assertThat(worker.models.runs()).isEqualTo(21);
        fixture.letTheModelRun();
        await(() -> queue.remaining().isEmpty());
    }

    @Test
    void loop_withManyLargeImages_runsNoMoreOfThemAtOnceThanMay() {
        holdTheModelOnLargeImages();
        fixture.letTheModelRun();
        sendLarge(12);
        loop.start();

        await(() -> queue.remaining().isEmpty());

        assertThat(mostLargeAtOnce).hasValue(1);
    }

    @Test
    void loop_withMoreLargeImagesThanPlaces_leavesTheRestInTheQueueWithoutCost() {
        holdTheModelOnLargeImages();
        sendLarge(6);
        fixture.send(2);
        loop.start();
        await(() -> fixture.heartbeat.held().size() == 4);
        assertThat(queue.visible()).isEqualTo(4);

        fixture.letTheModelRun();

        await(() -> queue.remaining().isEmpty());
        assertThat(queue.mostReceives()).isEqualTo(1);
    }

    @Test
    void loop_withOneHandler_takesTurns() {
        HandlerLimits one = new HandlerLimits(1, 3, LoopFixture.HANDLERS.largeFrom(), 1, 4);
        QueueLoop narrow = fixture.loop(queue, fixture.heartbeat, LoopFixture.limits(one, java.time.Duration.ZERO));
        sendLarge(6);
        fixture.send(6);
        narrow.start();

        await(() -> queue.remaining().isEmpty());
        narrow.stop();
        assertThat(queue.mostReceives()).isEqualTo(1);
    }

    private void sendLarge(int count) {
        for (int i = 0; i < count; i++) {
            long size = LoopFixture.HANDLERS.largeFrom() + i;
            queue.send(worker.upload("large-%d.png".formatted(i), Pictures.png(RED + i), size));
        }
    }

    private void holdTheModelOnLargeImages() {
        worker.models.beforeEach(image -> {
            if (isRed(image)) {
                mostLargeAtOnce.accumulateAndGet(largeAtOnce.incrementAndGet(), Math::max);
                fixture.awaitModel();
                largeAtOnce.decrementAndGet();
            }
        });
    }

    private static boolean isRed(NormalizedImage image) {
        return (image.pixels().rgb(0, 0) & RED) == RED;
    }
}
