package dev.sightline.local.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.Readiness;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** The whole system stands still while it is paused, says so, and loses nothing. */
class PauseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Longer than the worker takes to notice, and than a function takes to be called. */
    private static final Duration STANDSTILL = Duration.ofSeconds(20);

    private static final String PICTURE = "picture.png";

    private final Site site = Site.local(TemporaryQueues.running());
    private final PauseSwitch pauses = new PauseSwitch(site);
    private final PipelineWatch watch = new PipelineWatch(site, Clock.systemUTC());
    private final String prefix = "pause-" + UUID.randomUUID() + "/";

    @AfterEach
    void goOn() {
        QueuedStage.all().forEach(pauses::resume);
        site.s3().deleteObject(request -> request.bucket(site.imagesBucket()).key(prefix + PICTURE));
        site.close();
    }

    @Test
    void uploads_whilePaused_waitAndAreIndexedAfterwards() throws IOException {
        QueuedStage.all()
                .forEach(stage ->
                        assertThat(pauses.pause(stage)).as(stage.stage()).isTrue());
        QueuedStage.all()
                .forEach(stage ->
                        assertThat(pauses.pause(stage)).as(stage.stage()).isFalse());

        upload(PICTURE);
        await("the event waits", () -> report(QueuedStage.INGEST).depth().waiting() >= 1);
        Readiness.sleep(STANDSTILL);

        assertThat(source(PICTURE)).isEmpty();
        assertThat(report(QueuedStage.INGEST).depth().waiting()).isPositive();
        assertThat(watch.report().queues()).allMatch(QueueReport::paused);

        assertThat(pauses.resume(QueuedStage.INGEST)).isTrue();
        assertThat(pauses.resume(QueuedStage.INGEST)).isFalse();
        await("taken in", () -> state(PICTURE) == SourceState.PENDING);
        Readiness.sleep(STANDSTILL);
        assertThat(state(PICTURE)).isEqualTo(SourceState.PENDING);
        assertThat(report(QueuedStage.ANALYSIS).depth().waiting()).isPositive();
        assertThat(watch.report().oldestPending()).isPresent();

        assertThat(pauses.resume(QueuedStage.ANALYSIS)).isTrue();
        await("analyzed", () -> report(QueuedStage.INDEX).depth().waiting() >= 1);
        assertThat(state(PICTURE)).isEqualTo(SourceState.PENDING);

        assertThat(pauses.resume(QueuedStage.INDEX)).isTrue();
        await("indexed", () -> state(PICTURE) == SourceState.INDEXED);
        assertThat(List.of(report(QueuedStage.ENGAGEMENT), report(QueuedStage.ROLL_UP)))
                .as("stages that nobody resumed")
                .allMatch(QueueReport::paused);

        QueuedStage.all().forEach(pauses::resume);
        assertThat(watch.report().queues()).noneMatch(QueueReport::paused);
        await("counted", () -> watch.report().settled() >= 1);
    }

    private QueueReport report(QueuedStage stage) {
        return watch.report().queues().stream()
                .filter(queue -> queue.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private void upload(String name) throws IOException {
        Path corpus = Path.of(Optional.ofNullable(System.getenv("SIGHTLINE_CORPUS"))
                .orElseThrow(() -> new AssertionError("SIGHTLINE_CORPUS is not set; run ./sightline test")));
        try (Stream<Path> files = Files.list(corpus.resolve("tools"))) {
            Path picture = files.sorted().findFirst().orElseThrow();
            site.s3()
                    .putObject(
                            request -> request.bucket(site.imagesBucket()).key(prefix + name),
                            RequestBody.fromFile(picture));
        }
    }

    private Optional<Source> source(String name) {
        return site.registry().find(SourceId.ofKey(prefix + name));
    }

    private SourceState state(String name) {
        return source(name).map(Source::state).orElse(SourceState.REMOVED);
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!holds(condition)) {
            assertThat(Instant.now()).as("still not: " + what).isBefore(deadline);
            Readiness.sleep(Duration.ofMillis(500));
        }
    }

    /** An index that was made this moment cannot be read for another one. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (SightlineException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE);
            return false;
        }
    }
}
