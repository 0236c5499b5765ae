package dev.sightline.local.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.local.upload.UploadOutcome.NotUploaded;
import dev.sightline.local.upload.UploadOutcome.Uploaded;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadWatchTest {

    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private final FakePipeline pipeline = new FakePipeline();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Console console = new Console(stream(), stream(), false);

    @Test
    void look_withAllStates_countsEach() {
        pipeline.put(pending("p"));
        pipeline.put(indexed("i", SENT));
        pipeline.put(Source.rejected(version("r"), ErrorCode.BROKEN_IMAGE, "no JPEG", SENT));
        pipeline.put(Source.failed(version("f"), ErrorCode.DEFECT, "", SENT));
        UploadWatch watch = new UploadWatch(
                upload(
                        uploaded("p"),
                        uploaded("i"),
                        uploaded("r"),
                        uploaded("f"),
                        uploaded("unknown"),
                        notUploaded("n")),
                pipeline);

        assertThat(watch.look()).isEqualTo(new StageCounts(6, 5, 1, 3, 1, 1, 1));
        assertThat(watch.waitingKeys()).containsExactly("p", "unknown");
    }

    @Test
    void look_withStateFromBeforeTheUpload_waits() {
        pipeline.put(indexed("again", SENT.minusMillis(1)));
        UploadWatch watch = new UploadWatch(upload(uploaded("again")), pipeline);

        assertThat(watch.look().indexed()).isZero();
        pipeline.put(indexed("again", SENT));
        assertThat(watch.look().indexed()).isEqualTo(1);
    }

    @Test
    void look_countsAnalysedSinceTheStart() {
        pipeline.analyzed = 100;
        UploadWatch watch = new UploadWatch(upload(uploaded("a"), uploaded("b"), uploaded("c")), pipeline);
        pipeline.analyzed = 102;

        assertThat(watch.look().analyzed()).isEqualTo(2);
        pipeline.analyzed = 500;
        assertThat(watch.look().analyzed()).isEqualTo(3);
    }

    @Test
    void await_untilAllIsSettled_listsComplaints() {
        pipeline.put(indexed("i", SENT));
        Source rejected = Source.rejected(version("r"), ErrorCode.BROKEN_IMAGE, "no JPEG", SENT);
        Settlement settlement = new IndexingProgress(pipeline, console, pacer(() -> pipeline.put(rejected)))
                .await(upload(uploaded("r"), uploaded("i"), notUploaded("n")));

        assertThat(settlement.indexedKeys()).containsExactly("i");
        assertThat(settlement.in(SourceState.REJECTED)).containsExactly(rejected);
        assertThat(settlement.complaints())
                .containsExactly("not uploaded: n: no such file", "rejected: r: broken-image (no JPEG)");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("indexed");
    }

    @Test
    void await_withNothingMovingForAMinute_saysWhatIsStuck() {
        pipeline.put(pending("stuck.png"));
        IndexingProgress progress = new IndexingProgress(pipeline, console, pacer(() -> {}));
        RunningUpload upload = upload(uploaded("stuck.png"));

        assertThatThrownBy(() -> progress.await(upload))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("nothing moved for 60")
                .hasMessageContaining("stuck.png")
                .hasMessageContaining("dead letters: 3");
        assertThat(shown.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("1 files: 1 uploaded")))
                .as("a line every five seconds")
                .hasSizeBetween(10, 13);
    }

    private PrintStream stream() {
        return new PrintStream(shown, true, StandardCharsets.UTF_8);
    }

    /** Time passes only in pauses; what happens meanwhile is given. */
    private static Pacer pacer(Runnable meanwhile) {
        return new Pacer() {
            private Instant now = SENT;

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pause(Duration duration) {
                now = now.plus(duration);
                meanwhile.run();
            }
        };
    }

    private static RunningUpload upload(UploadOutcome... outcomes) {
        return new RunningUpload(Stream.of(outcomes)
                .<Future<UploadOutcome>>map(CompletableFuture::completedFuture)
                .toList());
    }

    private static Uploaded uploaded(String key) {
        return new Uploaded(Path.of(key), key, SENT);
    }

    private static NotUploaded notUploaded(String key) {
        return new NotUploaded(Path.of(key), key, "no such file");
    }

    private static Source pending(String key) {
        return Source.pending(version(key), "etag", SENT);
    }

    private static Source indexed(String key, Instant at) {
        ImageSignature signature = ImageSignature.of(key.getBytes(StandardCharsets.UTF_8));
        return Source.indexed(version(key), signature, new ModelSetId("0123456789abcdef"), at);
    }

    private static SourceVersion version(String key) {
        return new SourceVersion("images", key, new Sequencer("0A"));
    }

    private static final class FakePipeline implements Pipeline {

        private final Map<SourceId, Source> sources = new HashMap<>();
        private long analyzed;

        void put(Source source) {
            sources.put(source.id(), source);
        }

        @Override
        public Optional<Source> find(SourceId id) {
            return Optional.ofNullable(sources.get(id));
        }

        @Override
        public OptionalLong analyzed() {
            return OptionalLong.of(analyzed);
        }

        @Override
        public String diagnosis() {
            return "dead letters: 3";
        }
    }

    @Test
    void collect_withRunningPuts_givesEachOutcomeOnce() {
        CompletableFuture<UploadOutcome> open = new CompletableFuture<>();
        RunningUpload upload = new RunningUpload(List.of(CompletableFuture.completedFuture(uploaded("a")), open));

        assertThat(upload.collect()).containsExactly(uploaded("a"));
        assertThat(upload.collect()).isEmpty();
        assertThat(upload.collected()).isFalse();
        open.complete(uploaded("b"));
        assertThat(upload.collect()).containsExactly(uploaded("b"));
        assertThat(upload.collected()).isTrue();
    }
}
