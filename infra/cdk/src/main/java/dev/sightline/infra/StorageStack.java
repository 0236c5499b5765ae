package dev.sightline.infra;

import dev.sightline.events.EngagementKeys;
import dev.sightline.events.OutputNames;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The truth: uploaded images and the features computed from them, pins and boards, and the log of engagement, none of which is deleted with
 * the stack. Beside it, what is kept of queries for a day: copies, which go with the stack once they are expired (CloudFormation removes
 * empty buckets only).
 *
 * <p>A bucket for each, so that what one part writes triggers nothing in another: only images and the catalogue send events.
 */
public final class StorageStack extends Stack {

    /** S3 rounds up to the next midnight in UTC: everything is kept for 24 hours, and is gone within 48 and the hours that S3 takes to remove it. */
    private static final Duration KEEP_QUERIES = Duration.days(1);

    private static final Duration KEEP_ACCESS_LOGS = Duration.days(90);

    private static final int CORS_SECONDS = 3600;

    private final Bucket images;
    private final Bucket features;
    private final Bucket queries;
    private final Bucket catalogue;
    private final Bucket engagement;
    private final @Nullable Bucket accessLogs;
    private final @Nullable Bucket models;
    private final EncryptionKeys keys;

    StorageStack(Construct scope, String id, DeploymentSettings settings) {
        super(
                scope,
                id,
                StackProps.builder().terminationProtection(settings.onAws()).build());
        keys = new EncryptionKeys(this, settings);
        accessLogs = settings.onAws() ? madeForLogs() : null;
        images = bucket("Images", RemovalPolicy.RETAIN, cleaned().build());
        settings.page().origins().forEach(this::allowUploadsFrom);
        sendEventsToEventBridge(images);
        features = bucket("Features", RemovalPolicy.RETAIN, cleaned().build());
        queries = bucket(
                "Queries",
                RemovalPolicy.DESTROY,
                cleaned().expiration(KEEP_QUERIES).build());
        catalogue = bucket("Catalogue", RemovalPolicy.RETAIN, cleaned().build());
        sendEventsToEventBridge(catalogue);
        engagement = bucket("Engagement", RemovalPolicy.RETAIN, forgotten(settings));
        models = settings.onAws() && settings.analyzerUrl() == null
                ? bucket("Models", RemovalPolicy.RETAIN, cleaned().build())
                : null;
        output(OutputNames.CATALOGUE_BUCKET, catalogue);
        output(OutputNames.ENGAGEMENT_BUCKET, engagement);
        output(OutputNames.IMAGES_BUCKET, images);
        output(OutputNames.FEATURES_BUCKET, features);
        output(OutputNames.QUERIES_BUCKET, queries);
        if (models != null) {
            output(OutputNames.MODELS_BUCKET, models);
        }
    }

    Bucket images() {
        return images;
    }

    Bucket features() {
        return features;
    }

    Bucket queries() {
        return queries;
    }

    Bucket catalogue() {
        return catalogue;
    }

    Bucket engagement() {
        return engagement;
    }

    /** Who asked what of buckets, load balancer and page; absent on LocalStack. */
    Optional<Bucket> accessLogs() {
        return Optional.ofNullable(accessLogs);
    }

    /** The worker's model bundles; absent where the worker is from elsewhere. */
    Bucket models() {
        return Objects.requireNonNull(models);
    }

    EncryptionKeys keys() {
        return keys;
    }

    private Bucket bucket(String id, RemovalPolicy removal, LifecycleRule... rules) {
        Bucket.Builder bucket = keys.encrypted(Bucket.Builder.create(this, id))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .removalPolicy(removal)
                .lifecycleRules(List.of(rules));
        return accessLogs == null
                ? bucket.build()
                : bucket.serverAccessLogsBucket(accessLogs)
                        .serverAccessLogsPrefix("s3/%s/".formatted(id.toLowerCase(Locale.ROOT)))
                        .build();
    }

    /** With S3's own key: load balancers can write to no other. CloudFront writes by a list of rights only, which an owner has to allow. */
    private Bucket madeForLogs() {
        Bucket bucket = Bucket.Builder.create(this, "AccessLogs")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(List.of(cleaned().expiration(KEEP_ACCESS_LOGS).build()))
                .build();
        Findings.explain(bucket, "AwsSolutions-S1", "Logs of who reads the logs would be logged for ever");
        return bucket;
    }

    /** Lines of users and of answers; not the notes of erasures, which have to outlive them. */
    private static LifecycleRule[] forgotten(DeploymentSettings settings) {
        Duration retention = Duration.days(settings.engagementDays());
        return Stream.concat(
                        Stream.of(cleaned().build()),
                        Stream.of(EngagementKeys.EVENTS, EngagementKeys.ANSWERS, EngagementKeys.ROLL_UPS)
                                .map(folder -> LifecycleRule.builder()
                                        .prefix(folder)
                                        .expiration(retention)
                                        .build()))
                .toArray(LifecycleRule[]::new);
    }

    /** The page sends files straight to the bucket by presigned requests; what those allow is signed, the origin only says who may try. */
    private void allowUploadsFrom(String origin) {
        images.addCorsRule(CorsRule.builder()
                .allowedOrigins(List.of(origin))
                .allowedMethods(List.of(HttpMethods.PUT, HttpMethods.GET))
                .allowedHeaders(List.of("*"))
                .maxAge(CORS_SECONDS)
                .build());
    }

    private static LifecycleRule.Builder cleaned() {
        return LifecycleRule.builder().abortIncompleteMultipartUploadAfter(Duration.days(1));
    }

    private void output(String name, Bucket bucket) {
        CfnOutput.Builder.create(this, name).value(bucket.getBucketName()).build();
    }

    /** On the L1 resource: the L2 property goes through a custom resource, which LocalStack only pretends to run. */
    private static void sendEventsToEventBridge(Bucket bucket) {
        CfnBucket resource = (CfnBucket) bucket.getNode().getDefaultChild();
        resource.addPropertyOverride("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
    }
}
