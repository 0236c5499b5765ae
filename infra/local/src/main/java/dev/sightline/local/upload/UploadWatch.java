package dev.sightline.local.upload;

import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.upload.UploadOutcome.NotUploaded;
import dev.sightline.local.upload.UploadOutcome.Uploaded;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/**
 * Follows each file of one upload to its final state. Not thread-safe.
 *
 * <p>A look asks for the files that have waited longest, a few only: the registry is busy with the indexing itself.
 */
final class UploadWatch {

    private static final int LOOK_UPS = 50;

    private final RunningUpload upload;
    private final Pipeline pipeline;
    private final OptionalLong analyzedBefore;
    private final Deque<Uploaded> waiting = new ArrayDeque<>();
    private final List<Source> settled = new ArrayList<>();
    private final List<NotUploaded> notUploaded = new ArrayList<>();

    UploadWatch(RunningUpload upload, Pipeline pipeline) {
        this.upload = upload;
        this.pipeline = pipeline;
        this.analyzedBefore = pipeline.analyzed();
    }

    /** Sees what changed, and counts. */
    StageCounts look() {
        upload.collect().forEach(this::sort);
        int lookUps = Math.min(LOOK_UPS, waiting.size());
        for (int i = 0; i < lookUps; i++) {
            lookUp(waiting.removeFirst());
        }
        return counts();
    }

    private void sort(UploadOutcome outcome) {
        switch (outcome) {
            case Uploaded uploaded -> waiting.addLast(uploaded);
            case NotUploaded failed -> notUploaded.add(failed);
        }
    }

    private void lookUp(Uploaded uploaded) {
        pipeline.find(uploaded.id())
                .filter(source -> isSettled(source, uploaded))
                .ifPresentOrElse(settled::add, () -> waiting.addLast(uploaded));
    }

    /** A state from before the upload is that of an earlier file with this key. */
    private static boolean isSettled(Source source, Uploaded uploaded) {
        return source.state() != SourceState.PENDING && !source.changedAt().isBefore(uploaded.sentAt());
    }

    private StageCounts counts() {
        int rejected = settledIn(SourceState.REJECTED);
        int failed = settledIn(SourceState.FAILED);
        int indexed = settled.size() - rejected - failed;
        int uploaded = settled.size() + waiting.size();
        return new StageCounts(
                upload.total(), uploaded, notUploaded.size(), analyzed(uploaded), indexed, rejected, failed);
    }

    private int settledIn(SourceState state) {
        return (int) settled.stream().filter(source -> source.state() == state).count();
    }

    /** At least what is settled: the worker may have been started again, and has no need to see an image twice. */
    private int analyzed(int uploaded) {
        OptionalLong now = pipeline.analyzed();
        long since = now.isPresent() && analyzedBefore.isPresent() ? now.getAsLong() - analyzedBefore.getAsLong() : 0;
        return Math.clamp(since, settled.size(), uploaded);
    }

    /** Keys of files whose end is not known yet. */
    List<String> waitingKeys() {
        return waiting.stream().map(Uploaded::key).toList();
    }

    Settlement settlement(Duration took) {
        return new Settlement(settled, notUploaded, took);
    }
}
