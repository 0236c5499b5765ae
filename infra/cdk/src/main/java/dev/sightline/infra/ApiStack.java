package dev.sightline.infra;

import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EngagementKeys;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PolicyKeys;
import dev.sightline.events.RankerKeys;
import dev.sightline.events.ThumbnailKeys;
import dev.sightline.visual.ImageCollection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** The public HTTP API: a REST API whose every request the blender function answers. */
public final class ApiStack extends Stack {

    private static final String STAGE = "api";
    /**
     * Bodies of all types pass through as bytes, in both directions: of other lists API Gateway looks at the first type that a client accepts
     * only, which for pictures is another one in each browser. LocalStack passes over that entry, and needs the others.
     */
    private static final List<String> BYTES = List.of("*/*", "image/*", "application/octet-stream");

    private static final int SECRET_LENGTH = 64;

    private final RestApi api;
    private final SightlineFunction blender;

    ApiStack(Construct scope, String id, Surroundings surroundings, Backend backend) {
        super(scope, id);
        DeploymentSettings settings = surroundings.settings();
        blender = blender(surroundings, backend);
        grantStores(blender, backend);
        ApiAccess access = new ApiAccess(settings.access());
        access.keep(this, backend.storage().catalogue());
        api = restApi(surroundings, access);
        api.getRoot()
                .addResource("v1")
                .addResource("{proxy+}")
                .addMethod(
                        "ANY", LambdaIntegration.Builder.create(blender.live()).build());
        GatewayProblems.addTo(api);
        if (settings.onAws()) {
            new ApiFirewall(this, settings.access(), api);
        }
        Findings.explainApi(api);
        Findings.explainCopies(this);
        access.letPreflightsBeRead(api);
        access.limit(api);
        output(OutputNames.API_ID, api.getRestApiId());
        output(OutputNames.API_STAGE, STAGE);
        output(OutputNames.BLENDER_FUNCTION, blender.operatedName());
    }

    private SightlineFunction blender(Surroundings surroundings, Backend backend) {
        DeploymentSettings settings = surroundings.settings();
        StorageStack storage = backend.storage();
        EngagementStack engagement = backend.engagement();
        SightlineFunction made = new SightlineFunction(this, "blender", surroundings)
                .traced()
                .reserving(settings.size().apiConcurrency())
                .with(EnvironmentNames.IMAGES_BUCKET, storage.images().getBucketName())
                .with(EnvironmentNames.QUERIES_BUCKET, storage.queries().getBucketName())
                .with(EnvironmentNames.FEATURES_BUCKET, storage.features().getBucketName())
                .with(EnvironmentNames.CATALOGUE_BUCKET, storage.catalogue().getBucketName())
                .with(EnvironmentNames.ENGAGEMENT_BUCKET, storage.engagement().getBucketName())
                .with(
                        EnvironmentNames.API_RATE,
                        Integer.toString(settings.access().requestsPerSecond()))
                .with(
                        EnvironmentNames.API_BURST,
                        Integer.toString(settings.access().burst()))
                .with(EnvironmentNames.ENGAGEMENT_QUEUE_URL, engagement.events().getQueueUrl())
                .with(EnvironmentNames.USER_SALT_SECRET, engagement.userSalt().getSecretArn())
                .with(EnvironmentNames.ANALYZER_URL, backend.analyzerUrl())
                .with(EnvironmentNames.WATCHED_QUEUES, watched(backend.queues()));
        List<String> origins = settings.access().origins();
        return origins.isEmpty() ? made : made.with(EnvironmentNames.ALLOWED_ORIGINS, String.join(",", origins));
    }

    private void grantStores(SightlineFunction blender, Backend backend) {
        StorageStack storage = backend.storage();
        EngagementStack engagement = backend.engagement();
        Secret cursors = cursorSecret();
        Findings.explainSecret(
                cursors, "It signs cursors, which end after a day; a new one ends those that are being read");
        blender.with(EnvironmentNames.CURSOR_SECRET, cursors.getSecretArn());
        cursors.grantRead(blender.function());
        storage.images().grantRead(blender.function());
        // A presigned upload carries the rights of the function that signed it.
        storage.images().grantPut(blender.function(), "uploads/*");
        storage.images().grantPut(blender.function(), ImageCollection.FOLDER + "*");
        storage.queries().grantRead(blender.function());
        storage.queries().grantPut(blender.function());
        storage.catalogue().grantReadWrite(blender.function(), CatalogueKeys.PINS + "*");
        storage.catalogue().grantReadWrite(blender.function(), CatalogueKeys.BOARDS + "*");
        ApiAccess.readKeys(storage.catalogue(), blender);
        engagement.events().grantSendMessages(blender.function());
        engagement.userSalt().grantRead(blender.function());
        readPolicy(storage.features(), blender);
        readRankers(storage.features(), blender);
        readThumbnails(storage.features(), blender);
        readRollUps(storage.engagement(), blender);
        backend.queues().values().forEach(queue -> queue.grantLooking(blender.function()));
    }

    /** Nobody needs to know it; a new one ends all lists that are being read. */
    private Secret cursorSecret() {
        return Secret.Builder.create(this, "CursorSecret")
                .description("Sightline: signs the cursors of lists")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(SECRET_LENGTH)
                        .excludePunctuation(true)
                        .build())
                .build();
    }

    RestApi api() {
        return api;
    }

    SightlineFunction blender() {
        return blender;
    }

    /** One key of the bucket, and whether it is there: S3 does not tell "missing" from "forbidden" to those who may not list. */
    private static void readPolicy(Bucket bucket, SightlineFunction function) {
        function.mayRead(bucket, PolicyKeys.CURRENT);
        function.mayList(bucket, Map.of("StringEquals", Map.of("s3:prefix", PolicyKeys.CURRENT)));
    }

    /** A ranker is asked for by its version: no listing. */
    private static void readRankers(Bucket bucket, SightlineFunction function) {
        function.mayRead(bucket, RankerKeys.FOLDER + "*");
    }

    /** What the API stands on. */
    record Backend(StorageStack storage, PipelineStack pipeline, EngagementStack engagement, String analyzerUrl) {

        /** The queues that the status tells of, by name, in the order in which an upload passes through them. */
        Map<String, WorkQueue> queues() {
            Map<String, WorkQueue> queues = new LinkedHashMap<>(pipeline.queues());
            queues.put("engagement", engagement.queue());
            return queues;
        }
    }

    private static String watched(Map<String, WorkQueue> queues) {
        return queues.entrySet().stream()
                .map(named -> String.join(
                        "|",
                        named.getKey(),
                        named.getValue().queue().getQueueUrl(),
                        named.getValue().deadLetters().getQueueUrl()))
                .collect(Collectors.joining(","));
    }

    /** The listing of their folder tells a thumbnail that is missing from one that is forbidden. */
    private static void readThumbnails(Bucket bucket, SightlineFunction function) {
        String thumbnails = ThumbnailKeys.FOLDER + "*";
        function.mayRead(bucket, thumbnails);
        function.mayList(bucket, Map.of("StringLike", Map.of("s3:prefix", thumbnails)));
    }

    /** Counts, and nothing of the log that they are made of; the listing of their folder tells a day without one. */
    private static void readRollUps(Bucket bucket, SightlineFunction function) {
        String rollUps = EngagementKeys.ROLL_UPS + "*";
        function.mayRead(bucket, rollUps);
        function.mayList(bucket, Map.of("StringLike", Map.of("s3:prefix", rollUps)));
    }

    private RestApi restApi(Surroundings surroundings, ApiAccess access) {
        AccessSettings settings = surroundings.settings().access();
        RestApi.Builder builder = RestApi.Builder.create(this, "Api")
                .description("Sightline: Related Pins, Flashlight and Lens")
                .endpointConfiguration(EndpointConfiguration.builder()
                        .types(List.of(EndpointType.REGIONAL))
                        .build())
                .binaryMediaTypes(BYTES)
                .cloudWatchRole(surroundings.settings().onAws())
                .deployOptions(stage(surroundings));
        return settings.origins().isEmpty()
                ? builder.build()
                : builder.defaultCorsPreflightOptions(access.preflight()).build();
    }

    private StageOptions stage(Surroundings surroundings) {
        AccessSettings settings = surroundings.settings().access();
        StageOptions.Builder stage = StageOptions.builder()
                .stageName(STAGE)
                .throttlingRateLimit(settings.requestsPerSecond())
                .throttlingBurstLimit(settings.burst());
        return surroundings.settings().onAws()
                ? observed(stage, surroundings.keys().logGroup(this, "Requests"))
                : stage.build();
    }

    /** Errors, and one line a request without its body and its key. */
    private static StageOptions observed(StageOptions.Builder stage, LogGroup requests) {
        return stage.accessLogDestination(new LogGroupLogDestination(requests))
                .accessLogFormat(AccessLogFormat.jsonWithStandardFields())
                .loggingLevel(MethodLoggingLevel.ERROR)
                .dataTraceEnabled(false)
                .metricsEnabled(true)
                .tracingEnabled(true)
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
