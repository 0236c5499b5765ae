package dev.sightline.infra;

import dev.sightline.events.EnvironmentNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** A Quarkus function from its packaged zip, with a log group of its own and the settings that every function reads. */
final class SightlineFunction extends Construct {

    static final Duration TIMEOUT = Duration.seconds(30);

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final int MEMORY_MB = 1024;
    private static final int BATCH_SIZE = 10;
    private static final int MAX_CONCURRENCY = 10;
    private static final int MIN_CONCURRENCY = 2;

    private final Function function;

    SightlineFunction(Construct scope, String name, DeploymentSettings settings) {
        this(scope, name, settings.functionZip(name), settings, TIMEOUT);
    }

    /**
     * A function of a zip that holds several.
     *
     * @param zip the packaged code
     * @param timeout up to 15 minutes
     */
    SightlineFunction(Construct scope, String name, Path zip, DeploymentSettings settings, Duration timeout) {
        super(scope, name + "-function");
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        function = Function.Builder.create(this, "Function")
                .code(Code.fromAsset(zip.toString()))
                .handler(HANDLER)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_MB)
                .timeout(timeout)
                .logGroup(logs)
                .environment(Map.of(
                        EnvironmentNames.OPENSEARCH_URL, settings.openSearchUrl(),
                        EnvironmentNames.OPENSEARCH_AUTH, settings.openSearchAuth(),
                        EnvironmentNames.KNN_MODE, settings.knnMode(),
                        EnvironmentNames.MAX_IMAGE_BYTES, Long.toString(settings.maxImageBytes())))
                .build();
        if (settings.openSearchAuth().equals("iam")) {
            function.addToRolePolicy(searchAccess(settings.openSearchArn()));
        }
    }

    /** Every function reads and writes documents of the domain; none configures it. */
    private static PolicyStatement searchAccess(String domainArn) {
        return PolicyStatement.Builder.create()
                .actions(List.of("es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut", "es:ESHttpDelete"))
                .resources(List.of(domainArn + "/sightline-*", domainArn + "/_bulk", domainArn + "/_alias*"))
                .build();
    }

    Function function() {
        return function;
    }

    /** Lets the function read objects of a bucket by their keys, and nothing more: the grants of a bucket let it list too. */
    void mayRead(Bucket bucket, String keys) {
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject"))
                .resources(List.of(bucket.arnForObjects(keys)))
                .build());
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

    /** Runs this function on one message at a time, in as few instances as a queue can have. */
    void consumesSlowly(WorkQueue queue) {
        function.addEventSource(SqsEventSource.Builder.create(queue.queue())
                .batchSize(1)
                .maxConcurrency(MIN_CONCURRENCY)
                .reportBatchItemFailures(true)
                .build());
    }

    /** Runs this function on batches of the queue's messages; only those that it names are received again. */
    void consumes(WorkQueue queue) {
        function.addEventSource(SqsEventSource.Builder.create(queue.queue())
                .batchSize(BATCH_SIZE)
                .maxConcurrency(MAX_CONCURRENCY)
                .reportBatchItemFailures(true)
                .build());
    }
}
