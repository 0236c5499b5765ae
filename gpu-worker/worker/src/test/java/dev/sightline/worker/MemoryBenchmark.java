package dev.sightline.worker;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.IndexEvent;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.BatchedEmbedder;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.inference.InferenceSettings;
import dev.sightline.queue.EventQueue;
import dev.sightline.storage.DownloadGrant;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StoredFile;
import dev.sightline.storage.ThumbnailStore;
import dev.sightline.storage.UploadGrant;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import dev.sightline.visual.TraceParent;
import dev.sightline.worker.BenchmarkFiles.Sample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the worker's memory stays flat: its stages with the real models over many files, good and bad, with stores that keep nothing.
 *
 * <p>Arguments: models folder, images, threads. Prints resident memory and live heap every 250 images, then the slope of each by linear
 * regression over the images after the first fifth, the longest time of a file of each kind, and the outcomes.
 */
final class MemoryBenchmark {

    private static final int POOL = 400;
    private static final int SAMPLE_EVERY = 250;
    private static final int EMBEDDER_BATCH = 16;
    private static final double KIB = 1024;

    private final int images;
    private final int threads;
    private final List<Sample> files = BenchmarkFiles.of(POOL);
    private final AtomicInteger next = new AtomicInteger();
    private final List<double[]> resident = new ArrayList<>();
    private final List<double[]> heap = new ArrayList<>();
    private final Map<String, Long> longestMillis = new ConcurrentHashMap<>();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();

    private MemoryBenchmark(int images, int threads) {
        this.images = images;
        this.threads = threads;
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new MemoryBenchmark(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        try (AnalysisModels models = AnalysisModels.load(InferenceSettings.ofFolder(Path.of(arguments[0])))) {
            benchmark.run(models);
        }
    }

    private void run(AnalysisModels models) throws Exception {
        AnalysisWork work = work(models);
        sample(0);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> handleAll(work)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        System.out.printf("resident: %.2f KiB per image%n", slope(resident));
        System.out.printf("live heap: %.2f KiB per image%n", slope(heap));
        new TreeMap<>(longestMillis).forEach((kind, millis) -> System.out.printf("longest, %s: %d ms%n", kind, millis));
        new TreeMap<>(outcomes).forEach((outcome, count) -> System.out.printf("%s: %d%n", outcome, count));
    }

    private void handleAll(AnalysisWork work) {
        for (int i = next.getAndIncrement(); i < images; i = next.getAndIncrement()) {
            handle(work, i);
            if ((i + 1) % SAMPLE_EVERY == 0) {
                sample(i + 1);
            }
        }
    }

    private void handle(AnalysisWork work, int image) {
        Sample sample = files.get(image % POOL);
        AnalysisRequested request = Fixtures.anAnalysisRequested()
                .withKey(Integer.toString(image))
                .withEtag(Pool.ETAG)
                .withSize(sample.bytes().length)
                .build();
        long start = System.nanoTime();
        String outcome = sample.kind() + ", " + work.perform(request);
        longestMillis.merge(sample.kind(), (System.nanoTime() - start) / 1_000_000, Math::max);
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private synchronized void sample(int done) {
        System.gc();
        long rss = new ResidentMemory(ResidentMemory.OF_THIS_PROCESS).bytes().orElseThrow();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        resident.add(new double[] {done, rss / KIB});
        heap.add(new double[] {done, live / KIB});
        System.out.printf("%d images: resident %.0f KiB, live heap %.0f KiB%n", done, rss / KIB, live / KIB);
    }

    /** KiB per image over all samples but those of the first fifth, in which caches fill and code is compiled. */
    private double slope(List<double[]> points) {
        List<double[]> warm =
                points.stream().filter(point -> point[0] > images / 5.0).toList();
        double x = warm.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double y = warm.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double products = warm.stream()
                .mapToDouble(point -> (point[0] - x) * (point[1] - y))
                .sum();
        return products
                / warm.stream()
                        .mapToDouble(point -> (point[0] - x) * (point[0] - x))
                        .sum();
    }

    private AnalysisWork work(AnalysisModels models) {
        WorkerMetrics metrics = new WorkerMetrics(new SimpleMeterRegistry(), WorkSpans.NONE);
        List<ImageAnalyzer> analyzers =
                Stream.generate(() -> analyzer(models)).limit(threads).toList();
        ModelAnalyzers set = new ModelAnalyzers(models.modelSet(), new AnalyzerPool(analyzers));
        var analysis = new FeatureExtraction.Analysis(new ImageDecoder(ImageLimits.DEFAULT), List.of(set));
        var results = new FeatureExtraction.Results(new NoFeatures(), new NoThumbnails());
        ImageStore pool = new Pool(files);
        return new AnalysisWork(
                new ImageDownload(pool, ImageLimits.DEFAULT.maxBytes(), metrics),
                new FeatureExtraction(analysis, results, Clock.systemUTC(), metrics),
                new ResultPublication(pool, new NoQueue(), Clock.systemUTC(), metrics));
    }

    private static ImageAnalyzer analyzer(AnalysisModels models) {
        return new ImageAnalyzer(
                models.modelSet(),
                models.newDetector(),
                new BatchedEmbedder(models.newEmbedder(), EMBEDDER_BATCH),
                models.binarizer());
    }

    /** The files over and over, by number. */
    private record Pool(List<Sample> files) implements ImageStore {
        private static final String ETAG = "etag";

        @Override
        public Optional<StoredFile> read(String key, long maxBytes) {
            byte[] bytes = files.get(Integer.parseInt(key) % files.size()).bytes();
            return Optional.of(new StoredFile(bytes, ETAG));
        }

        @Override
        public Optional<String> etag(String key) {
            return Optional.of(ETAG);
        }

        @Override
        public URI presignDownload(DownloadGrant grant) {
            throw new UnsupportedOperationException("not measured");
        }

        @Override
        public PresignedUpload presignUpload(UploadGrant grant) {
            throw new UnsupportedOperationException("not measured");
        }
    }

    /** Forgets what is saved. */
    private static final class NoThumbnails implements ThumbnailStore {
        @Override
        public void save(ImageSignature image, byte[] jpeg) {}

        @Override
        public Optional<byte[]> find(ImageSignature image) {
            return Optional.empty();
        }
    }

    /** Forgets what is saved, so that the models run for each file. */
    private static final class NoFeatures implements FeatureStore {
        @Override
        public void save(FeatureRecord features) {}

        @Override
        public Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature) {
            return Optional.empty();
        }

        @Override
        public List<ImageSignature> signatures(ModelSetId modelSet, @Nullable ImageSignature after, int limit) {
            return List.of();
        }

        @Override
        public void announce(ModelSet modelSet) {}

        @Override
        public Map<ModelSetId, ModelSet> modelSets() {
            return Map.of();
        }
    }

    private static final class NoQueue implements EventQueue<IndexEvent> {
        @Override
        public Map<Integer, SightlineException> send(
                List<IndexEvent> events, Function<? super IndexEvent, Optional<TraceParent>> traces) {
            return Map.of();
        }
    }
}
