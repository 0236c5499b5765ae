package dev.sightline.infra;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.ThumbnailKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.assets.DockerImageAsset;
import software.amazon.awscdk.services.ecr.assets.DockerImageAssetInvalidationOptions;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.LogDrivers;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * One process of the worker in a task: which image, with which settings and rights. It writes to two empty folders only, as a user who owns
 * nothing else.
 */
final class WorkerTask {

    /**
     * From SIGTERM to SIGKILL. The worker needs at most 35 s: the 5 s of a poll that is under way, 15 s for what runs, and handing back the rest
     * within Quarkus's 20 s.
     */
    static final Duration STOP_TIMEOUT = Duration.seconds(90);

    private static final Pattern REGISTRY_IMAGE =
            Pattern.compile("(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com/([a-z0-9._/-]+)[:@].+");

    private static final int COLLECTOR_CPU = 128;
    private static final int COLLECTOR_MEMORY_MB = 256;
    private static final String DOCKERFILE = "gpu-worker/worker/Dockerfile";

    /** The bundles are fetched and verified in that time, and the models loaded. */
    private static final Duration START = Duration.minutes(5);

    private final DeploymentSettings settings;
    private final StorageStack storage;
    private final PipelineStack pipeline;
    private final LogDriver logs;

    WorkerTask(Construct scope, DeploymentSettings settings, StorageStack storage, PipelineStack pipeline) {
        this.settings = settings;
        this.storage = storage;
        this.pipeline = pipeline;
        logs = LogDrivers.awsLogs(AwsLogDriverProps.builder()
                .streamPrefix("worker")
                .logGroup(storage.keys().logGroup(scope, "Logs"))
                .build());
    }

    /**
     * Adds the worker to a task.
     *
     * @param target of the Dockerfile, which is also where models compute: {@code cpu} or {@code gpu}
     * @param needs what else the container says: processor, memory, GPU, settings
     */
    ContainerDefinition addTo(TaskDefinition task, String target, ContainerDefinitionOptions.Builder needs) {
        for (String folder : List.of("models", "tmp")) {
            task.addVolume(Volume.builder().name(folder).build());
        }
        ContainerDefinition container = task.addContainer(
                "worker",
                needs.image(image(task, target))
                        .readonlyRootFilesystem(true)
                        .privileged(false)
                        .stopTimeout(STOP_TIMEOUT)
                        .logging(logs)
                        .healthCheck(HealthCheck.builder()
                                .command(List.of("CMD", "/opt/sightline/healthy"))
                                .interval(Duration.seconds(30))
                                .timeout(Duration.seconds(10))
                                .retries(5)
                                .startPeriod(START)
                                .build())
                        .portMappings(List.of(PortMapping.builder()
                                .containerPort(NetworkStack.ANALYZER_PORT)
                                .build()))
                        .build());
        container.addMountPoints(mounted("models", "/var/cache/sightline"), mounted("tmp", "/tmp"));
        settings(target).forEach(container::addEnvironment);
        grant(task);
        collect(task);
        Findings.explainTask(task);
        return container;
    }

    private static MountPoint mounted(String volume, String folder) {
        return MountPoint.builder()
                .sourceVolume(volume)
                .containerPath(folder)
                .readOnly(false)
                .build();
    }

    private ContainerImage image(Construct scope, String target) {
        Path root = settings.root();
        return ContainerImage.fromDockerImageAsset(DockerImageAsset.Builder.create(scope, "Image")
                .directory(root.toString())
                .file(DOCKERFILE)
                .target(target)
                .platform(Platform.LINUX_AMD64)
                .buildArgs(Map.of("REVISION", settings.revision()))
                // The same sources are the same image, whatever commit they are of.
                .invalidation(DockerImageAssetInvalidationOptions.builder()
                        .buildArgs(false)
                        .build())
                .build());
    }

    private Map<String, String> settings(String device) {
        Map<String, String> settings = new TreeMap<>(this.settings.models());
        settings.put(EnvironmentNames.IMAGES_BUCKET, storage.images().getBucketName());
        settings.put(EnvironmentNames.FEATURES_BUCKET, storage.features().getBucketName());
        settings.put(EnvironmentNames.ANALYSIS_QUEUE_URL, analyses().queue().getQueueUrl());
        settings.put(EnvironmentNames.INDEX_QUEUE_URL, changes().queue().getQueueUrl());
        settings.put(EnvironmentNames.MODELS, "s3://" + storage.models().getBucketName());
        settings.put(EnvironmentNames.DEVICE, device);
        settings.put(EnvironmentNames.LOG_FORMAT, "json");
        this.settings
                .tracing()
                .ofWorkers()
                .ifPresent(endpoint -> settings.put(EnvironmentNames.TRACES_ENDPOINT, endpoint));
        settings.put(EnvironmentNames.MAX_IMAGE_BYTES, Long.toString(this.settings.maxImageBytes()));
        return settings;
    }

    /** To read images and models, to write features and thumbnails, to take requests and to tell results. */
    private void grant(TaskDefinition task) {
        storage.images().grantRead(task.getTaskRole());
        storage.models().grantRead(task.getTaskRole());
        storage.features().grantReadWrite(task.getTaskRole(), "features/*");
        storage.features().grantReadWrite(task.getTaskRole(), ThumbnailKeys.FOLDER + "*");
        analyses().queue().grantConsumeMessages(task.getTaskRole());
        changes().queue().grantSendMessages(task.getTaskRole());
        task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("sqs:ListQueueTags"))
                .resources(List.of(analyses().queue().getQueueArn()))
                .build());
    }

    /** Beside the worker runs the collector of its spans, if there is one; the worker does without it. */
    private void collect(TaskDefinition task) {
        @Nullable String image = settings.tracing().collectorImage();
        if (image != null) {
            task.addContainer(
                    "collector",
                    ContainerDefinitionOptions.builder()
                            .image(ContainerImage.fromRegistry(image))
                            .command(List.of("--config=/etc/ecs/ecs-xray.yaml"))
                            .essential(false)
                            .readonlyRootFilesystem(true)
                            .privileged(false)
                            .cpu(COLLECTOR_CPU)
                            .memoryLimitMiB(COLLECTOR_MEMORY_MB)
                            .logging(logs)
                            .build());
            task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                    .actions(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"))
                    .resources(List.of("*"))
                    .build());
            task.addToExecutionRolePolicy(PolicyStatement.Builder.create()
                    .actions(List.of(
                            "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"))
                    .resources(List.of(repositoryArn(task, image)))
                    .build());
        }
    }

    /** Of an image {@code <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>}; CDK grants this for images of its own only. */
    private static String repositoryArn(Construct scope, String image) {
        Matcher named = REGISTRY_IMAGE.matcher(image);
        if (!named.matches()) {
            throw new IllegalArgumentException(
                    "expected collectorImage <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>, got "
                            + image);
        }
        return Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("ecr")
                        .region(named.group(2))
                        .account(named.group(1))
                        .resource("repository")
                        .resourceName(named.group(3))
                        .build());
    }

    private WorkQueue analyses() {
        return pipeline.analyses();
    }

    private WorkQueue changes() {
        return pipeline.changes();
    }
}
