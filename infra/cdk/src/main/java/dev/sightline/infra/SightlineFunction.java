package dev.sightline.infra;

import dev.sightline.events.EnvironmentNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * A Quarkus function from its packaged zip, with a log group of its own and the settings that every function reads.
 *
 * <p>On AWS everybody calls its alias {@code live}, which names a published version: that is what SnapStart keeps a snapshot of, and to roll
 * back is to let the alias name the former one. LocalStack, whose executor has neither, calls the function itself.
 */
final class SightlineFunction extends Construct {

    static final Duration TIMEOUT = Duration.seconds(30);
    static final String ALIAS = "live";

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final int MEMORY_MB = 1024;
    private static final int BATCH_SIZE = 10;
    private static final int MIN_CONCURRENCY = 2;

    private final DeploymentSettings settings;
    private final Function function;
    private @Nullable Alias live;

    SightlineFunction(Construct scope, String name, Surroundings surroundings) {
        this(scope, name, surroundings.settings().functionZip(name), surroundings, TIMEOUT);
    }

    /**
     * A function of a zip that holds several.
     *
     * @param zip the packaged code
     * @param timeout up to 15 minutes
     */
    SightlineFunction(Construct scope, String name, Path zip, Surroundings surroundings, Duration timeout) {
        super(scope, name + "-function");
        settings = surroundings.settings();
        SearchEndpoint search = surroundings.search();
        Function.Builder builder = Function.Builder.create(this, "Function")
                .code(Code.fromAsset(zip.toString()))
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_MB)
                .timeout(timeout)
                .logGroup(surroundings.keys().logGroup(this, "Logs"))
                .environment(environment(surroundings.search()));
        function = surroundings.inNetwork(onAws(running(builder))).build();
        if (search.signed()) {
            function.addToRolePolicy(searchAccess(search.arn()));
        }
        surroundings.letSearch(this, name, function);
        Findings.explainFunction(function);
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    }

    /** In a fixed order: another one would publish another version at each synthesis. */
    private Map<String, String> environment(SearchEndpoint search) {
        return new TreeMap<>(Map.of(
                EnvironmentNames.OPENSEARCH_URL, search.url(),
                EnvironmentNames.OPENSEARCH_AUTH, search.auth(),
                EnvironmentNames.KNN_MODE, settings.knnMode(),
                EnvironmentNames.INDEX_SHARDS, Integer.toString(settings.indexShards()),
                EnvironmentNames.MAX_IMAGE_BYTES, Long.toString(settings.maxImageBytes()),
                EnvironmentNames.LOG_FORMAT, settings.onAws() ? "json" : "text"));
    }

    private Function.Builder running(Function.Builder builder) {
        return switch (settings.functions()) {
            case JVM -> builder.runtime(Runtime.JAVA_25).handler(HANDLER);
            case NATIVE -> builder.runtime(Runtime.PROVIDED_AL2023).handler("bootstrap");
        };
    }

    private Function.Builder onAws(Function.Builder builder) {
        if (!settings.onAws()) {
            return builder;
        }
        builder.tracing(Tracing.ACTIVE);
        return settings.functions() == FunctionKind.JVM
                ? builder.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                : builder;
    }

    /** Every function reads and writes documents of the domain; none configures it. */
    private static PolicyStatement searchAccess(String domainArn) {
        return PolicyStatement.Builder.create()
                .actions(List.of("es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut", "es:ESHttpDelete"))
                .resources(List.of(domainArn + "/sightline-*", domainArn + "/_bulk", domainArn + "/_alias*"))
                .build();
    }

    /** That which has the rights and the settings. */
    Function function() {
        return function;
    }

    /**
     * That which is called. Ask for it when the function is complete: the version is made of what it is then.
     */
    IFunction live() {
        if (!settings.onAws()) {
            return function;
        }
        if (live == null) {
            live = Alias.Builder.create(this, "Live")
                    .aliasName(ALIAS)
                    .version(function.getCurrentVersion())
                    .build();
        }
        return live;
    }

    /** By which operators find it and its event sources: those belong to the alias where there is one. */
    String operatedName() {
        return settings.onAws() ? live().getFunctionArn() : function.getFunctionName();
    }

    IRole role() {
        return Optional.ofNullable(function.getRole()).orElseThrow();
    }

    /** Lets the function read objects of a bucket by their keys, and nothing more: the grants of a bucket let it list too. */
    void mayRead(Bucket bucket, String keys) {
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of(bucket.arnForObjects(keys)))
                .build());
        if (bucket.getEncryptionKey() != null) {
            bucket.getEncryptionKey().grantDecrypt(function);
        }
    }

    /** Lets the function list a bucket under a condition: who may list is told that an object is missing, others that it is forbidden. */
    void mayList(Bucket bucket, Map<String, ?> condition) {
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:ListBucket"))
                .resources(List.of(bucket.getBucketArn()))
                .conditions(condition)
                .build());
    }

    SightlineFunction with(String environmentName, String value) {
        function.addEnvironment(environmentName, value);
        return this;
    }

    /** Lets the function send spans, if the deployment says where to. */
    SightlineFunction traced() {
        TracingSettings tracing = settings.tracing();
        tracing.ofFunctions().ifPresent(endpoint -> with(EnvironmentNames.TRACES_ENDPOINT, endpoint));
        if (tracing.collectorLayer() != null) {
            function.addLayers(LayerVersion.fromLayerVersionArn(this, "Collector", tracing.collectorLayer()));
        }
        return this;
    }

    /** Keeps room for so many calls at once, and lets no more in. */
    SightlineFunction reserving(int concurrency) {
        if (settings.onAws()) {
            CfnFunction resource = (CfnFunction) function.getNode().getDefaultChild();
            resource.setReservedConcurrentExecutions(concurrency);
        }
        return this;
    }

    /** Runs this function on one message at a time, in as few instances as a queue can have. */
    void consumesSlowly(WorkQueue queue) {
        consumes(queue, 1, MIN_CONCURRENCY);
    }

    /** Runs this function on batches of the queue's messages; only those that it names are received again. */
    void consumes(WorkQueue queue) {
        consumes(queue, BATCH_SIZE, settings.size().batchesAtOnce());
    }

    private void consumes(WorkQueue queue, int batch, int concurrency) {
        live().addEventSource(SqsEventSource.Builder.create(queue.queue())
                .batchSize(batch)
                .maxConcurrency(concurrency)
                .reportBatchItemFailures(true)
                .build());
    }
}
