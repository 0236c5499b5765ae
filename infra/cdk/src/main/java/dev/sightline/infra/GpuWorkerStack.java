package dev.sightline.infra;

import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.constructs.Construct;

/**
 * The worker: {@link Indexers} with a GPU for the queue, from none to as many as the backlog asks for, and {@link Analyzers} without one for
 * queries, which always run. Both are one program, from one Dockerfile.
 */
public final class GpuWorkerStack extends Stack {

    private final DeploymentSettings settings;
    private final StorageStack storage;
    private final NetworkStack network;
    private final Analyzers analyzers;

    GpuWorkerStack(
            Construct scope, String id, Surroundings surroundings, StorageStack storage, PipelineStack pipeline) {
        super(scope, id);
        settings = surroundings.settings();
        this.storage = storage;
        network = Objects.requireNonNull(surroundings.network());
        Cluster cluster = Cluster.Builder.create(this, "Cluster")
                .vpc(network.vpc())
                .containerInsightsV2(ContainerInsights.ENABLED)
                .build();
        WorkerTask worker = new WorkerTask(this, settings, storage, pipeline);
        analyzers = new Analyzers(this, cluster, worker, network);
        new Indexers(this, cluster, worker, pipeline.analyses());
    }

    DeploymentSettings settings() {
        return settings;
    }

    StorageStack storage() {
        return storage;
    }

    NetworkStack network() {
        return network;
    }

    Analyzers analyzers() {
        return analyzers;
    }
}
