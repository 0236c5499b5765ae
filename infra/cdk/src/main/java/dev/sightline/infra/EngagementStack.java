package dev.sightline.infra;

import dev.sightline.events.EngagementKeys;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * From what users do to counts: engagement queue, the function that writes the log, the schedule, roll-up queue, the function that rolls the
 * log up. Both functions are one zip.
 */
public final class EngagementStack extends Stack {

    private static final String FUNCTIONS = "engagement";
    private static final String HANDLER = "QUARKUS_LAMBDA_HANDLER";
    private static final Duration LOG_VISIBILITY =
            Duration.seconds(6 * SightlineFunction.TIMEOUT.toSeconds().longValue());

    /** The longest that AWS lets a function run. */
    private static final Duration ROLL_UP_TIMEOUT = Duration.minutes(15);

    private static final Duration ROLL_UP_VISIBILITY = Duration.minutes(90);
    private static final Duration ROLL_UP_EVERY = Duration.minutes(5);
    private static final int SALT_LENGTH = 64;

    private final Surroundings surroundings;
    private final StorageStack storage;
    private final WorkQueue events;
    private final WorkQueue rollUps;
    private final List<SightlineFunction> functions = new ArrayList<>();
    private final Secret userSalt;

    EngagementStack(Construct scope, String id, Surroundings surroundings, StorageStack storage) {
        super(scope, id);
        this.surroundings = surroundings;
        this.storage = storage;
        events = new WorkQueue(this, "Engagement", LOG_VISIBILITY, surroundings.keys());
        userSalt = generatedSalt();
        Findings.explainSecret(
                userSalt, "A new salt would make every user a new one, and the log's old lines nobody's");
        rollUps = new WorkQueue(this, "RollUps", ROLL_UP_VISIBILITY, surroundings.keys());
        addLog();
        addRollUp();
        schedule();
        events.output(this, OutputNames.ENGAGEMENT_QUEUE_URL, OutputNames.ENGAGEMENT_DEAD_LETTER_QUEUE_URL);
        rollUps.output(this, OutputNames.ROLL_UP_QUEUE_URL, OutputNames.ROLL_UP_DEAD_LETTER_QUEUE_URL);
        output(OutputNames.USER_SALT_SECRET, userSalt.getSecretArn());
    }

    WorkQueue queue() {
        return events;
    }

    /** By name. */
    Map<String, WorkQueue> queues() {
        Map<String, WorkQueue> queues = new LinkedHashMap<>();
        queues.put("engagement", events);
        queues.put("roll-ups", rollUps);
        return queues;
    }

    List<SightlineFunction> functions() {
        return Collections.unmodifiableList(functions);
    }

    IQueue events() {
        return events.queue();
    }

    ISecret userSalt() {
        return userSalt;
    }

    /** Kept with the log: without it a user's lines could no longer be found. */
    private Secret generatedSalt() {
        return Secret.Builder.create(this, "UserSalt")
                .description(
                        "Sightline: the salt of user hashes in the engagement log; a new one makes every user a new one")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(SALT_LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private void addLog() {
        SightlineFunction log = new SightlineFunction(this, FUNCTIONS, surroundings)
                .with(HANDLER, "engagement")
                .with(EnvironmentNames.ENGAGEMENT_BUCKET, storage.engagement().getBucketName());
        Bucket bucket = storage.engagement();
        bucket.grantPut(log.function(), EngagementKeys.EVENTS + "*");
        bucket.grantPut(log.function(), EngagementKeys.ANSWERS + "*");
        bucket.grantRead(log.function(), EngagementKeys.ERASURES + "*");
        log.consumes(events);
        functions.add(log);
        output(OutputNames.ENGAGEMENT_FUNCTION, log.operatedName());
    }

    private void addRollUp() {
        SightlineFunction rollUp = new SightlineFunction(
                        this, "roll-up", surroundings.settings().functionZip(FUNCTIONS), surroundings, ROLL_UP_TIMEOUT)
                .with(HANDLER, "roll-up")
                .with(EnvironmentNames.ENGAGEMENT_BUCKET, storage.engagement().getBucketName());
        Bucket bucket = storage.engagement();
        bucket.grantRead(rollUp.function());
        bucket.grantPut(rollUp.function(), EngagementKeys.ROLL_UPS + "*");
        bucket.grantDelete(rollUp.function(), EngagementKeys.ROLL_UPS + "*");
        rollUp.consumesSlowly(rollUps);
        functions.add(rollUp);
        output(OutputNames.ROLL_UP_FUNCTION, rollUp.operatedName());
    }

    private void schedule() {
        Rule.Builder.create(this, "RollUpDue")
                .description("Every few minutes: new lines of the engagement log are counted")
                .schedule(Schedule.rate(ROLL_UP_EVERY))
                .targets(List.of(SqsQueue.Builder.create(rollUps.queue())
                        .message(RuleTargetInput.fromObject(Map.of("type", "RollUpDue")))
                        .deadLetterQueue(rollUps.deadLetters())
                        .build()))
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
