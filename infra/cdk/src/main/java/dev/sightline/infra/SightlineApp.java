package dev.sightline.infra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;

/** Entry point of {@code cdk}: makes the stacks in the order in which they depend on each other. */
public final class SightlineApp {

    private static final String PIPELINE = "SightlinePipeline";
    private static final String ENGAGEMENT = "SightlineEngagement";
    private static final String API = "SightlineApi";
    private static final String SEARCH = "SightlineSearch";

    /** Stacks with roles that call OpenSearch: the names of their roles begin with theirs. */
    static final List<String> SEARCHING = List.of(PIPELINE, ENGAGEMENT, API, SEARCH);

    private static final TagProps UNTAGGED = TagProps.builder()
            .excludeResourceTypes(List.of("AWS::CloudWatch::Dashboard"))
            .build();

    private SightlineApp() {}

    public static void main(String[] args) {
        App app = new App();
        addStacks(app, DeploymentSettings.fromContext(DeploymentContext.of(app.getNode())));
        app.synth();
    }

    static Stacks addStacks(App app, DeploymentSettings settings) {
        StorageStack storage = new StorageStack(app, "SightlineStorage", settings);
        Surroundings surroundings = surroundings(app, settings, storage.keys());
        PipelineStack pipeline = new PipelineStack(app, PIPELINE, surroundings, storage);
        EngagementStack engagement = new EngagementStack(app, ENGAGEMENT, surroundings, storage);
        GpuWorkerStack workers = settings.analyzerUrl() != null
                ? null
                : new GpuWorkerStack(app, "SightlineGpuWorker", surroundings, storage, pipeline);
        String analyzerUrl = workers == null
                ? Objects.requireNonNull(settings.analyzerUrl())
                : workers.analyzers().url();
        ApiStack api =
                new ApiStack(app, API, surroundings, new ApiStack.Backend(storage, pipeline, engagement, analyzerUrl));
        WebStack web =
                settings.page().folder() == null ? null : new WebStack(app, "SightlineWeb", settings, storage, api);
        Stacks stacks = new Stacks(storage, surroundings, pipeline, engagement, workers, api, web);
        if (settings.onAws()) {
            new ObservabilityStack(app, "SightlineObservability", surroundings, stacks.observed());
            Findings.explainWildcards(app);
            Tags.of(app).add("sightline:deployment", settings.name(), UNTAGGED);
        }
        return stacks;
    }

    private static Surroundings surroundings(App app, DeploymentSettings settings, EncryptionKeys keys) {
        NetworkStack network = settings.onAws() ? new NetworkStack(app, "SightlineNetwork", settings, keys) : null;
        if (settings.search() != null) {
            return new Surroundings(settings, keys, settings.search(), network, null);
        }
        SearchStack search = new SearchStack(app, SEARCH, settings, keys, Objects.requireNonNull(network));
        return new Surroundings(settings, keys, search.endpoint(), network, search);
    }

    /** The stacks of one app; those are absent that somebody else has: {@code workers}, {@code web}. */
    record Stacks(
            StorageStack storage,
            Surroundings surroundings,
            PipelineStack pipeline,
            EngagementStack engagement,
            @Nullable GpuWorkerStack workers,
            ApiStack api,
            @Nullable WebStack web) {

        private ObservabilityStack.Observed observed() {
            Map<String, WorkQueue> queues = new LinkedHashMap<>(pipeline.queues());
            queues.putAll(engagement.queues());
            List<SightlineFunction> functions = new ArrayList<>(pipeline.functions());
            functions.addAll(engagement.functions());
            functions.add(api.blender());
            return new ObservabilityStack.Observed(queues, functions, api, surroundings.domain(), workers);
        }
    }
}
