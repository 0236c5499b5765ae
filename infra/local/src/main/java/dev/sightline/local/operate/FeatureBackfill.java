package dev.sightline.local.operate;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.index.Source;
import dev.sightline.local.operate.FeatureCoverage.Coverage;
import dev.sightline.local.upload.Pacer;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * Has workers that run a model set store a feature record for every live image that lacks one.
 *
 * <p>Asks for what is missing, and nothing else: so a run that was interrupted goes on where it was. At most {@link
 * #MAX_BACKLOG} messages wait at a time, so that new uploads need not wait behind the whole bucket.
 */
public final class FeatureBackfill {

    /** Messages of the analysis queue beyond which no further are sent. */
    static final int MAX_BACKLOG = 200;

    private static final int BATCH = 10;
    private static final Duration POLL = Duration.ofSeconds(2);

    /** Polls in a row that see an empty queue before what is still missing counts as failed: SQS only estimates. */
    private static final int QUIET_POLLS = 5;

    /**
     * What a back-fill works on.
     *
     * @param objects the bucket's objects by key
     * @param backlog messages of the analysis queue, waiting and held
     */
    public record Parts(
            FeatureCoverage coverage,
            Function<String, Optional<ObjectHead>> objects,
            EventQueue<AnalysisRequested> queue,
            IntSupplier backlog) {}

    private final Parts parts;
    private final Pacer pacer;
    private final Consumer<Coverage> progress;

    /** @param progress is told how far it is, about every other second */
    public FeatureBackfill(Parts parts, Pacer pacer, Consumer<Coverage> progress) {
        this.parts = parts;
        this.pacer = pacer;
        this.progress = progress;
    }

    /**
     * Asks for what is missing, and waits until it is there or the queue is empty.
     *
     * @param perSecond most requests per second
     * @return what is there then; what is missing could not be analyzed
     */
    public Coverage run(ModelSetId modelSet, double perSecond) {
        Set<ImageSignature> asked = new HashSet<>();
        Coverage coverage = parts.coverage().of(modelSet);
        int quiet = 0;
        while (!coverage.missing().isEmpty() && quiet < QUIET_POLLS) {
            progress.accept(coverage);
            boolean sent = ask(notAsked(coverage, asked), perSecond);
            quiet = sent || parts.backlog().getAsInt() > 0 ? 0 : quiet + 1;
            pacer.pause(POLL);
            coverage = parts.coverage().of(modelSet);
        }
        progress.accept(coverage);
        return coverage;
    }

    private static List<Source> notAsked(Coverage coverage, Set<ImageSignature> asked) {
        List<Source> sources = new ArrayList<>();
        coverage.missing().forEach((signature, source) -> {
            if (asked.add(signature)) {
                sources.add(source);
            }
        });
        return sources;
    }

    private boolean ask(List<Source> sources, double perSecond) {
        for (int from = 0; from < sources.size(); from += BATCH) {
            List<Source> batch = sources.subList(from, Math.min(from + BATCH, sources.size()));
            awaitRoom();
            send(batch);
            pacer.pause(Duration.ofMillis(Math.round(1000 * batch.size() / perSecond)));
        }
        return !sources.isEmpty();
    }

    private void awaitRoom() {
        while (parts.backlog().getAsInt() >= MAX_BACKLOG) {
            pacer.pause(POLL);
        }
    }

    private void send(Collection<Source> batch) {
        List<AnalysisRequested> requests =
                batch.stream().map(this::request).flatMap(Optional::stream).toList();
        parts.queue().send(requests).values().forEach(FeatureBackfill::fail);
    }

    private static void fail(SightlineException refusal) {
        throw refusal;
    }

    /** Empty if the object is gone: its event is on the way, and the image will not be live any more. */
    private Optional<AnalysisRequested> request(Source source) {
        return parts.objects()
                .apply(source.version().key())
                .map(object -> new AnalysisRequested(source.version(), object.etag(), object.bytes(), pacer.now()));
    }
}
