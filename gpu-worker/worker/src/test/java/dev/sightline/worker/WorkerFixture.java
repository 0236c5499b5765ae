package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexEvent;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryThumbnailStore;
import dev.sightline.testkit.RecordingEventQueue;
import dev.sightline.testkit.RecordingTracing;
import dev.sightline.tracing.Tracer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The worker on fakes. */
final class WorkerFixture {

    static final int MAX_BYTES = 10_000;
    static final int MAX_RECEIVES = 5;

    final MutableClock clock = new MutableClock();
    final InMemoryImageStore images = new InMemoryImageStore();
    final InMemoryFeatureStore features = new InMemoryFeatureStore();
    final InMemoryThumbnailStore thumbnails = new InMemoryThumbnailStore();
    final RecordingEventQueue<IndexEvent> indexQueue = new RecordingEventQueue<>();
    final FakeModels models = new FakeModels();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    /** Why a new start of the process was asked for, each time. */
    final List<String> recycled = new CopyOnWriteArrayList<>();

    final RecordingTracing tracing = new RecordingTracing();

    final WorkerMetrics metrics = new WorkerMetrics(registry, new WorkSpans(new Tracer(tracing, clock)));

    /** What the decoder takes; a test that changes it does so before it asks for the work. */
    ImageLimits limits = ImageLimits.DEFAULT;

    /** Puts an object and gives the request that ingest sends for it. */
    AnalysisRequested upload(String key, byte[] bytes) {
        return upload(key, bytes, bytes.length);
    }

    /** The same with a size that the bucket is said to have told. */
    AnalysisRequested upload(String key, byte[] bytes, long size) {
        String etag = images.put(key, bytes);
        return Fixtures.anAnalysisRequested()
                .withKey(key)
                .withEtag(etag)
                .withSize(size)
                .build();
    }

    AnalysisWork work() {
        return work(List.of(models));
    }

    AnalysisWork work(List<FakeModels> sets) {
        return work(sets, 1);
    }

    private AnalysisWork work(List<FakeModels> sets, int analyzers) {
        FeatureExtraction.Analysis analysis = new FeatureExtraction.Analysis(
                new ImageDecoder(limits),
                sets.stream().map(set -> set.analyzers(analyzers)).toList());
        return new AnalysisWork(
                new ImageDownload(images, MAX_BYTES, metrics),
                new FeatureExtraction(analysis, new FeatureExtraction.Results(features, thumbnails), clock, metrics),
                new ResultPublication(images, indexQueue, clock, metrics));
    }

    MessageHandler handler() {
        return handler(1);
    }

    /** A handler for which so many models may run at once. */
    MessageHandler handler(int analyzers) {
        return new MessageHandler(work(List.of(models), analyzers), MAX_RECEIVES, recycled::add, metrics);
    }

    double count(ImageOutcome outcome) {
        return registry.counter(
                        "sightline.worker.images", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .count();
    }
}
