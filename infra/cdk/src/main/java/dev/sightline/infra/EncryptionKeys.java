package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The deployment's own keys: one for what is stored and queued, one for what is logged, so that who reads logs has no right on the data.
 *
 * <p>Their policies name services and this account, never a role or resource: other stacks use them without being named back, so there is no
 * circle. They are kept, since what they encrypted is. LocalStack has none: there, the services' own keys encrypt.
 */
final class EncryptionKeys extends Construct {

    private final @Nullable Key data;
    private final @Nullable Key logs;

    EncryptionKeys(Construct scope, DeploymentSettings settings) {
        super(scope, "Keys");
        data = settings.onAws() ? key("Data", "Sightline: buckets, queues and the index") : null;
        logs = settings.onAws() ? key("Logs", "Sightline: logs and alarms") : null;
        if (logs != null) {
            letServiceUse(logs, "cloudwatch.amazonaws.com", Map.of("StringEquals", inThisAccount()));
            Stack stack = Stack.of(this);
            letServiceUse(
                    logs,
                    "logs.%s.amazonaws.com".formatted(stack.getRegion()),
                    Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", logGroups(stack))));
        }
    }

    private Key key(String id, String description) {
        return Key.Builder.create(this, id)
                .description(description)
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private Map<String, String> inThisAccount() {
        return Map.of("aws:SourceAccount", Stack.of(this).getAccount());
    }

    private static String logGroups(Stack stack) {
        return "arn:%s:logs:%s:%s:*".formatted(stack.getPartition(), stack.getRegion(), stack.getAccount());
    }

    private static void letServiceUse(Key key, String service, Map<String, ?> condition) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal(service)))
                .actions(List.of(
                        "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"))
                .resources(List.of("*"))
                .conditions(condition)
                .build());
    }

    /** Of buckets, queues and the index; absent where their services' own keys encrypt. */
    @Nullable IKey data() {
        return data;
    }

    /** Of logs and alarms; absent as {@link #data()}. */
    @Nullable IKey logs() {
        return logs;
    }

    Bucket.Builder encrypted(Bucket.Builder bucket) {
        return data == null
                ? bucket.encryption(BucketEncryption.S3_MANAGED)
                : bucket.encryption(BucketEncryption.KMS).encryptionKey(data).bucketKeyEnabled(true);
    }

    Queue.Builder encrypted(Queue.Builder queue) {
        return data == null
                ? queue.encryption(QueueEncryption.SQS_MANAGED)
                : queue.encryption(QueueEncryption.KMS).encryptionMasterKey(data);
    }

    /** A log group that goes with its stack. */
    LogGroup logGroup(Construct scope, String id) {
        LogGroup.Builder group = LogGroup.Builder.create(scope, id)
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY);
        return logs == null ? group.build() : group.encryptionKey(logs).build();
    }
}
