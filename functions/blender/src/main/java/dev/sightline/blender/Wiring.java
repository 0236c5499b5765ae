package dev.sightline.blender;

import dev.sightline.blender.dots.DotSelection;
import dev.sightline.blender.dots.DotSignalsCache;
import dev.sightline.blender.policy.ReloadingPolicies;
import dev.sightline.blender.receive.CurrentTrace;
import dev.sightline.blender.receive.PictureCheck;
import dev.sightline.blender.respond.AnswerMetrics;
import dev.sightline.blender.respond.AnswerSpans;
import dev.sightline.blender.search.CandidateSearch;
import dev.sightline.blender.search.LearnedViews;
import dev.sightline.blender.staging.QueryKeeper;
import dev.sightline.blender.understand.FocusAnnotations;
import dev.sightline.blender.understand.FreeBoxes;
import dev.sightline.blender.understand.HttpQueryAnalyzer;
import dev.sightline.blender.understand.QueryAnalyzer;
import dev.sightline.blender.understand.QueryPhotos;
import dev.sightline.blender.understand.QueryUnderstanding;
import dev.sightline.blender.understand.StoredPixels;
import dev.sightline.blender.understand.UncountedAnalyzer;
import dev.sightline.blender.upload.QueryDesk;
import dev.sightline.blender.upload.UploadDesk;
import dev.sightline.index.IndexNames;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.VisualSearcher;
import dev.sightline.metrics.EmbeddedMetrics;
import dev.sightline.metrics.Metrics;
import dev.sightline.policy.Policies;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3ImageStore;
import dev.sightline.storage.S3PolicyStore;
import dev.sightline.storage.S3StagedQueries;
import dev.sightline.storage.StagedQueries;
import dev.sightline.tracing.Tracer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Puts the function together, at start rather than in the first request: the stages, and the adapters behind their ports. */
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Metrics metrics(Clock clock) {
        return new EmbeddedMetrics(clock);
    }

    @Produces
    @Singleton
    VisualDiscovery.Telling telling(Metrics metrics, Tracer tracer, CurrentTrace trace) {
        return new VisualDiscovery.Telling(new AnswerMetrics(metrics), new AnswerSpans(tracer, trace::value));
    }

    @Produces
    @Singleton
    Tracer tracer(BlenderSettings settings, Clock clock) {
        return Tracer.to(settings.tracesEndpoint().orElse(null), "blender", clock);
    }

    void close(@Disposes Tracer tracer) {
        tracer.close();
    }

    @Produces
    @Singleton
    QueryAnalyzer analyzer(BlenderSettings settings) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.analyzerConnectTimeout())
                .build();
        return new UncountedAnalyzer(new HttpQueryAnalyzer(client, settings.analyzerUrl(), settings.analyzerTimeout()));
    }

    @Produces
    @Singleton
    OpenSearchConnection openSearch(BlenderSettings settings) {
        return OpenSearchConnection.open(new OpenSearchSettings(settings.opensearchUrl(), settings.opensearchAuth()));
    }

    void close(@Disposes OpenSearchConnection openSearch) {
        openSearch.close();
    }

    @Produces
    @Singleton
    VisualSearcher searcher(OpenSearchConnection openSearch) {
        return new OpenSearchVisualSearcher(openSearch, IndexNames.standard());
    }

    @Produces
    @Singleton
    SourceRegistry registry(OpenSearchConnection openSearch) {
        return new OpenSearchSourceRegistry(openSearch, IndexNames.standard());
    }

    @Produces
    @Singleton
    S3Client s3() {
        return S3Clients.create();
    }

    void close(@Disposes S3Client s3) {
        s3.close();
    }

    @Produces
    @Singleton
    S3Presigner presigner(S3Client s3) {
        return S3Presigner.builder().s3Client(s3).build();
    }

    void close(@Disposes S3Presigner presigner) {
        presigner.close();
    }

    @Produces
    @Singleton
    ImageStore images(S3Client s3, S3Presigner presigner, BlenderSettings settings) {
        return new S3ImageStore(s3, presigner, settings.imagesBucket());
    }

    @Produces
    @Singleton
    StoredPixels pixels(ImageStore store, BlenderSettings settings) {
        return new StoredPixels(store, settings.maxImageBytes());
    }

    @Produces
    @Singleton
    StagedQueries staged(S3Client s3, S3Presigner presigner, BlenderSettings settings) {
        return new S3StagedQueries(s3, presigner, settings.queriesBucket());
    }

    @Produces
    @Singleton
    QueryPhotos photos(StagedQueries staged, QueryAnalyzer analyzer, Clock clock) {
        return new QueryPhotos(staged, analyzer, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    FreeBoxes boxes(StagedQueries staged, QueryAnalyzer analyzer, StoredPixels pixels, QueryPhotos photos) {
        return new FreeBoxes(staged, analyzer, pixels, photos);
    }

    @Produces
    @Singleton
    QueryUnderstanding understanding(
            SourceRegistry registry, QueryPhotos photos, FreeBoxes boxes, BlenderSettings settings) {
        return new QueryUnderstanding(registry, photos, boxes, new FocusAnnotations(settings.oversample()));
    }

    @Produces
    @Singleton
    CandidateSearch search(LearnedViews learned, BlenderSettings settings, Clock clock) {
        return new CandidateSearch(settings.oversample(), learned, clock);
    }

    @Produces
    @Singleton
    VisualDiscovery.Stages stages(
            QueryUnderstanding understanding,
            CandidateSearch search,
            StagedQueries staged,
            BlenderSettings settings,
            VisualDiscovery.Ordering ordering) {
        return new VisualDiscovery.Stages(
                understanding, search, new QueryKeeper(staged, settings.keepGrace()), settings.queryBudget(), ordering);
    }

    @Produces
    @Singleton
    PolicyStore policyStore(S3Client s3, BlenderSettings settings) {
        return new S3PolicyStore(s3, settings.featuresBucket());
    }

    @Produces
    @Singleton
    Policies policies(PolicyStore store, BlenderSettings settings, Clock clock) {
        return new ReloadingPolicies(store, settings.policyRefresh(), clock, Thread::startVirtualThread);
    }

    @Startup
    @Produces
    @Singleton
    WarmUp warmUp(VisualSearcher searcher) {
        return WarmUp.of(searcher);
    }

    @Produces
    @Singleton
    ImageLookup lookup(VisualSearcher searcher, SourceRegistry registry, BlenderSettings settings) {
        return new ImageLookup(searcher, registry, settings.queryBudget());
    }

    @Startup
    @Produces
    @Singleton
    VisualDiscovery discovery(
            VisualSearcher searcher,
            Policies policies,
            VisualDiscovery.Stages stages,
            VisualDiscovery.Telling telling,
            Clock clock) {
        return new VisualDiscovery(searcher, policies, stages, telling, clock);
    }

    @Startup
    @Produces
    @Singleton
    DotDiscovery dots(
            VisualSearcher searcher,
            SourceRegistry registry,
            Policies policies,
            BlenderSettings settings,
            Metrics metrics) {
        DotSignalsCache cache = new DotSignalsCache(settings.dotCacheObjects(), settings.dotCacheTime());
        DotSelection selection = new DotSelection(cache, settings.oversample(), metrics);
        return new DotDiscovery(searcher, registry, policies, selection, settings.dotBudget());
    }

    @Produces
    @Singleton
    PictureCheck pictures(BlenderSettings settings) {
        return new PictureCheck(settings.maxInlineBytes());
    }

    @Produces
    @Singleton
    QueryDesk queries(StagedQueries staged, BlenderSettings settings, Clock clock) {
        return new QueryDesk(staged, settings.maxImageBytes(), clock, new SecureRandom());
    }

    @Startup
    @Produces
    @Singleton
    UploadDesk uploads(ImageStore store, BlenderSettings settings, Clock clock) {
        return new UploadDesk(store, settings.maxImageBytes(), clock, UUID::randomUUID);
    }
}
