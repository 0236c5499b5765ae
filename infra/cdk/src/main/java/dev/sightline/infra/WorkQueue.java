package dev.sightline.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue with its dead-letter queue: what fails {@value #MAX_RECEIVES} times is kept there for 14 days, for a redrive. */
final class WorkQueue extends Construct {

    static final int MAX_RECEIVES = 5;

    private static final Duration RETENTION = Duration.days(14);

    private final Queue queue;
    private final Queue deadLetters;

    /** @param visibilityTimeout longer than the longest handling of one receive */
    WorkQueue(Construct scope, String id, Duration visibilityTimeout, EncryptionKeys keys) {
        super(scope, id);
        deadLetters = keys.encrypted(Queue.Builder.create(this, "DeadLetters"))
                .enforceSsl(true)
                .retentionPeriod(RETENTION)
                .build();
        queue = keys.encrypted(Queue.Builder.create(this, "Queue"))
                .enforceSsl(true)
                .retentionPeriod(RETENTION)
                .visibilityTimeout(visibilityTimeout)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(MAX_RECEIVES)
                        .build())
                .build();
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    /** Allows to see how many messages both queues hold, and nothing more. */
    void grantLooking(IGrantable reader) {
        queue.grant(reader, "sqs:GetQueueAttributes");
        deadLetters.grant(reader, "sqs:GetQueueAttributes");
    }

    /** Outputs of the stack with the URLs of both queues. */
    void output(Construct stack, String queueUrlName, String deadLetterQueueUrlName) {
        CfnOutput.Builder.create(stack, queueUrlName).value(queue.getQueueUrl()).build();
        CfnOutput.Builder.create(stack, deadLetterQueueUrlName)
                .value(deadLetters.getQueueUrl())
                .build();
    }
}
