package dev.sightline.worker;

import dev.sightline.events.BuildVersion;
import dev.sightline.events.IndexEvent;
import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.inference.AnalysisModels;
import dev.sightline.inference.BatchedEmbedder;
import dev.sightline.inference.BundleCache;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.ImageAnalyzer;
import dev.sightline.inference.ObjectDetector;
import dev.sightline.metrics.EmbeddedMetrics;
import dev.sightline.queue.EventQueue;
import dev.sightline.queue.SqsClients;
import dev.sightline.queue.SqsEventQueue;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3FeatureStore;
import dev.sightline.storage.S3ImageStore;
import dev.sightline.storage.S3ThumbnailStore;
import dev.sightline.tracing.Tracer;
import dev.sightline.visual.ModelSet;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the stages together with the real queues, buckets and models, from the settings. All live as long as the process. */
final class WorkerWiring {

    private static final int HEARTBEATS_PER_TIMEOUT = 3;
    /** A key that no upload has: storage is asked for it only to see whether it answers. */
    private static final String NO_IMAGE = "sightline/does-storage-answer";

    /** Before what is put together here logs. */
    void writeLogs(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, WorkerSettings settings) {
        settings.logFormat().apply();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SqsClient sqs() {
        return SqsClients.create();
    }

    @Produces
    @Singleton
    S3Client s3() {
        return S3Clients.create();
    }

    @Produces
    @Singleton
    ImageStore images(S3Client s3, WorkerSettings settings) {
        return new S3ImageStore(s3, S3Presigner.create(), settings.imagesBucket());
    }

    @Produces
    @Singleton
    FeatureStore features(S3Client s3, WorkerSettings settings) {
        return new S3FeatureStore(s3, settings.featuresBucket());
    }

    @Produces
    @Singleton
    FeatureExtraction.Results results(FeatureStore features, S3Client s3, WorkerSettings settings) {
        return new FeatureExtraction.Results(features, new S3ThumbnailStore(s3, settings.featuresBucket()));
    }

    @Produces
    @Singleton
    EventQueue<IndexEvent> indexQueue(SqsClient sqs, WorkerSettings settings) {
        return new SqsEventQueue<>(sqs, settings.indexQueueUrl().toString());
    }

    @Produces
    @Singleton
    LoadedModels models(WorkerSettings settings, S3Client s3) {
        AnalysisModels current = AnalysisModels.load(settings.inference(modelsFolder(settings, s3)));
        return new LoadedModels(
                current,
                settings.nextModelNames().map(current::loadBeside).stream().toList());
    }

    private static Path modelsFolder(WorkerSettings settings, S3Client s3) {
        String models = settings.models();
        if (!S3Address.matches(models)) {
            return Path.of(models);
        }
        S3BundleSource source = new S3BundleSource(s3, S3Address.parse(models));
        Set<String> bundles = new LinkedHashSet<>(settings.modelNames().folders());
        settings.nextModelNames().ifPresent(next -> bundles.addAll(next.folders()));
        return new BundleCache(settings.modelsCache()).fetch(source, bundles);
    }

    @Produces
    @Singleton
    WorkerBuild build(WorkerSettings settings) {
        return WorkerBuild.of(BuildVersion.of(WorkerWiring.class), settings.revision());
    }

    @Produces
    @Singleton
    ModelSet modelSet(LoadedModels models) {
        return models.current().modelSet();
    }

    @Produces
    @Singleton
    WorkerModels workerModels(LoadedModels models) {
        return models.described();
    }

    @Produces
    @Singleton
    ImageDecoder decoder(WorkerSettings settings) {
        return new ImageDecoder(ImageLimits.DEFAULT.withMaxBytes(settings.maxImageBytes()));
    }

    @Produces
    @Singleton
    Tracer tracer(WorkerSettings settings, Clock clock) {
        return Tracer.to(settings.tracesEndpoint().orElse(null), "worker", clock);
    }

    void close(@Disposes Tracer tracer) {
        tracer.close();
    }

    @Produces
    @Singleton
    WorkerMetrics metrics(MeterRegistry registry, Tracer tracer) {
        return new WorkerMetrics(registry, new WorkSpans(tracer));
    }

    @Produces
    @Singleton
    WorkerReport report(MeterRegistry registry, Clock clock) {
        return new WorkerReport(registry, new EmbeddedMetrics(clock));
    }

    @Produces
    @Singleton
    MachineReport machineReport(WorkerSettings settings, Clock clock) {
        GpuGauge gpu =
                settings.device() == ComputeDevice.GPU ? new NvidiaSmiGauge(NvidiaSmiGauge.COMMAND) : GpuGauge.NONE;
        return new MachineReport(settings.device(), gpu, new EmbeddedMetrics(clock), clock);
    }

    @Produces
    @Singleton
    QueryAnalysis queries(WorkerSettings settings, LoadedModels models, ImageDecoder decoder, WorkerMetrics metrics) {
        int size = settings.threads().queryAnalyzers();
        return new QueryAnalysis(
                decoder,
                models.all().stream()
                        .map(set -> new ModelAnalyzers(
                                set.modelSet(),
                                pool(size, () -> analyzer(set.newQueryDetector(), set, settings, metrics))))
                        .toList());
    }

    @Produces
    @Singleton
    ImageDownload download(ImageStore images, WorkerSettings settings, WorkerMetrics metrics) {
        return new ImageDownload(images, settings.maxImageBytes(), metrics);
    }

    @Produces
    @Singleton
    FeatureExtraction.Analysis analysis(
            WorkerSettings settings, LoadedModels models, ImageDecoder decoder, WorkerMetrics metrics) {
        int size = settings.threads().analyzers();
        return new FeatureExtraction.Analysis(
                decoder,
                models.all().stream()
                        .map(set -> new ModelAnalyzers(
                                set.modelSet(), pool(size, () -> analyzer(set.newDetector(), set, settings, metrics))))
                        .toList());
    }

    @Produces
    @Singleton
    FeatureExtraction extraction(
            FeatureExtraction.Analysis analysis,
            FeatureExtraction.Results results,
            Clock clock,
            WorkerMetrics metrics) {
        return new FeatureExtraction(analysis, results, clock, metrics);
    }

    @Produces
    @Singleton
    ResultPublication publication(
            ImageStore images, EventQueue<IndexEvent> indexQueue, Clock clock, WorkerMetrics metrics) {
        return new ResultPublication(images, indexQueue, clock, metrics);
    }

    @Produces
    @Singleton
    MessageHandler handler(AnalysisWork work, WorkerSettings settings, Recycling recycling, WorkerMetrics metrics) {
        return new MessageHandler(work, settings.queue().maxReceives(), recycling, metrics);
    }

    @Produces
    @Singleton
    Recycling recycling() {
        return new QuarkusRecycling();
    }

    @Produces
    @Singleton
    AnalysisWork work(ImageDownload download, FeatureExtraction extraction, ResultPublication publication) {
        return new AnalysisWork(download, extraction, publication);
    }

    @Produces
    @Singleton
    WorkQueue queue(SqsClient sqs, WorkerSettings settings) {
        return new SqsWorkQueue(sqs, settings.analysisQueueUrl().toString());
    }

    @Produces
    @Singleton
    Intake intake(WorkQueue queue, ImageStore images, WorkerSettings settings, Clock clock) {
        WorkerSettings.Queue times = settings.queue();
        OutageLimits limits = new OutageLimits(times.outageFailures(), times.outagePause(), times.longestOutagePause());
        return new Intake(new PauseWatch(queue, clock), new Outage(limits, () -> images.etag(NO_IMAGE), clock));
    }

    @Produces
    @Singleton
    QueueLoop loop(
            WorkQueue queue, WorkerSettings settings, MessageHandler handler, Intake intake, WorkerMetrics metrics) {
        VisibilityHeartbeat heartbeat =
                new VisibilityHeartbeat(queue, settings.queue().visibilityTimeout());
        QueueLoop loop = new QueueLoop(queue, handler, heartbeat, intake, limits(settings));
        metrics.watch(heartbeat);
        metrics.watch(loop);
        return loop;
    }

    private static LoopLimits limits(WorkerSettings settings) {
        WorkerSettings.Queue times = settings.queue();
        return new LoopLimits(
                settings.handlerLimits(),
                times.receiveWait(),
                new RetryDelay(times.retryDelay(), times.retryFactor(), times.longestRetryDelay(), new Random()),
                times.stopTimeout(),
                times.visibilityTimeout().dividedBy(HEARTBEATS_PER_TIMEOUT));
    }

    @Produces
    @Singleton
    MemoryWatch memoryWatch(WorkerSettings settings, Recycling recycling) {
        long ceiling = settings.memory().ceiling().orElseGet(MemoryWatch::defaultCeiling);
        return new MemoryWatch(new ResidentMemory(ResidentMemory.OF_THIS_PROCESS), ceiling, recycling);
    }

    private static AnalyzerPool pool(int size, Supplier<ImageAnalyzer> analyzers) {
        return new AnalyzerPool(Stream.generate(analyzers).limit(size).toList());
    }

    private static ImageAnalyzer analyzer(
            ObjectDetector detector, AnalysisModels models, WorkerSettings settings, WorkerMetrics metrics) {
        return new ImageAnalyzer(
                models.modelSet(),
                new TimedObjectDetector(detector, metrics),
                new TimedImageEmbedder(new BatchedEmbedder(models.newEmbedder(), settings.embedderBatch()), metrics),
                models.binarizer());
    }
}
