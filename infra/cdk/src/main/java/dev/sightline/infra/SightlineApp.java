package dev.sightline.infra;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/** Entry point of {@code cdk}: makes the stacks in the order in which they depend on each other. */
public final class SightlineApp {

    private SightlineApp() {}

    public static void main(String[] args) {
        App app = new App();
        addStacks(app, DeploymentSettings.fromContext(app.getNode()));
        app.synth();
    }

    static Stacks addStacks(App app, DeploymentSettings settings) {
        StorageStack storage = new StorageStack(app, "SightlineStorage", settings);
        PipelineStack pipeline = new PipelineStack(app, "SightlinePipeline", settings, storage);
        EngagementStack engagement = new EngagementStack(app, "SightlineEngagement", settings, storage);
        ApiStack api = new ApiStack(app, "SightlineApi", settings, new ApiStack.Backend(storage, pipeline, engagement));
        WebStack web =
                settings.page().folder() == null ? null : new WebStack(app, "SightlineWeb", settings, storage, api);
        return new Stacks(storage, pipeline, engagement, api, web);
    }

    /** The stacks of one app; {@code web} is absent where another server has the page. */
    record Stacks(
            StorageStack storage,
            PipelineStack pipeline,
            EngagementStack engagement,
            ApiStack api,
            @Nullable WebStack web) {}
}
