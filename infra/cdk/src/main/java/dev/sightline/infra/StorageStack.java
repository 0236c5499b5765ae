package dev.sightline.infra;

import dev.sightline.events.OutputNames;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/**
 * The truth: uploaded images and the features computed from them. Nothing here is deleted with the stack.
 *
 * <p>Two buckets, so that what the worker writes can trigger nothing.
 */
public final class StorageStack extends Stack {

    private final Bucket images;
    private final Bucket features;

    StorageStack(Construct scope, String id) {
        super(scope, id);
        images = bucket("Images");
        sendEventsToEventBridge(images);
        features = bucket("Features");
        CfnOutput.Builder.create(this, OutputNames.IMAGES_BUCKET)
                .value(images.getBucketName())
                .build();
        CfnOutput.Builder.create(this, OutputNames.FEATURES_BUCKET)
                .value(features.getBucketName())
                .build();
    }

    Bucket images() {
        return images;
    }

    Bucket features() {
        return features;
    }

    private Bucket bucket(String id) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .build();
    }

    /** On the L1 resource: the L2 property goes through a custom resource, which LocalStack only pretends to run. */
    private static void sendEventsToEventBridge(Bucket bucket) {
        CfnBucket resource = (CfnBucket) bucket.getNode().getDefaultChild();
        resource.addPropertyOverride("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
    }
}
