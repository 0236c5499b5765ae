package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.EventJson;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PurgeDue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class StacksTest {

    private static final String DOMAIN = SynthesizedStacks.DOMAIN;

    private static Template storage;
    private static Template pipeline;
    private static Template engagement;
    private static Template api;

    @BeforeAll
    static void synthesize(@TempDir Path root) throws IOException {
        SightlineApp.Stacks stacks = SynthesizedStacks.below(root);
        storage = Template.fromStack(stacks.storage());
        pipeline = Template.fromStack(stacks.pipeline());
        engagement = Template.fromStack(stacks.engagement());
        api = Template.fromStack(stacks.api());
    }

    @Test
    void buckets_always_arePrivateAndEncrypted() {
        storage.resourceCountIs("AWS::S3::Bucket", 5);
        storage.allResourcesProperties(
                "AWS::S3::Bucket",
                Match.objectLike(Map.of(
                        "BucketEncryption",
                        Match.anyValue(),
                        "PublicAccessBlockConfiguration",
                        Map.of(
                                "BlockPublicAcls", true,
                                "BlockPublicPolicy", true,
                                "IgnorePublicAcls", true,
                                "RestrictPublicBuckets", true))));
    }

    @Test
    void imagesBucket_only_takesUploadsFromThePagesOrigins() {
        var withRules = storage.findResources(
                "AWS::S3::Bucket",
                Match.objectLike(Map.of("Properties", Map.of("CorsConfiguration", Match.anyValue()))));
        JsonNode rules = new ObjectMapper().<JsonNode>valueToTree(withRules).findPath("CorsRules");

        assertThat(withRules.keySet())
                .singleElement()
                .satisfies(name -> assertThat(name).startsWith("Images"));
        assertThat(rules.findValuesAsText("AllowedOrigins")).hasSize(2);
        assertThat(rules.toString())
                .contains("[\"http://127.0.0.1:8091\"]", "[\"http://localhost:8091\"]", "[\"PUT\",\"GET\"]")
                .doesNotContain("\"AllowedOrigins\":[\"*\"]");
    }

    @Test
    void buckets_always_refuseRequestsWithoutTls() {
        storage.resourcePropertiesCountIs(
                "AWS::S3::BucketPolicy",
                Match.objectLike(Map.of(
                        "PolicyDocument",
                        Match.objectLike(Map.of(
                                "Statement",
                                Match.arrayWith(List.of(Match.objectLike(Map.of(
                                        "Effect",
                                        "Deny",
                                        "Condition",
                                        Map.of("Bool", Map.of("aws:SecureTransport", "false")))))))))),
                5);
    }

    @Test
    void buckets_ofTheTruth_areKept() {
        Map<String, Map<String, Object>> kept =
                storage.findResources("AWS::S3::Bucket", Match.objectLike(Map.of("DeletionPolicy", "Retain")));

        assertThat(kept.keySet())
                .hasSize(4)
                .anySatisfy(name -> assertThat(name).startsWith("Images"))
                .anySatisfy(name -> assertThat(name).startsWith("Features"))
                .anySatisfy(name -> assertThat(name).startsWith("Catalogue"))
                .anySatisfy(name -> assertThat(name).startsWith("Engagement"));
        kept.forEach((name, bucket) -> {
            if (!name.startsWith("Engagement")) {
                assertThat(bucket.toString()).doesNotContain("ExpirationInDays");
            }
        });
    }

    @Test
    void queriesBucket_always_forgetsEverythingAfterADay() {
        Map<String, Map<String, Object>> passing =
                storage.findResources("AWS::S3::Bucket", Match.objectLike(Map.of("DeletionPolicy", "Delete")));

        assertThat(passing.keySet())
                .singleElement()
                .satisfies(name -> assertThat(name).startsWith("Queries"));
        storage.resourcePropertiesCountIs(
                "AWS::S3::Bucket",
                Match.objectLike(Map.of(
                        "LifecycleConfiguration",
                        Map.of(
                                "Rules",
                                List.of(Map.of(
                                        "Status",
                                        "Enabled",
                                        "ExpirationInDays",
                                        1,
                                        "AbortIncompleteMultipartUpload",
                                        Map.of("DaysAfterInitiation", 1)))))),
                1);
    }

    @Test
    void blender_onTheQueriesBucket_mayReadAndWriteAndNothingElse() {
        List<String> actions = new ArrayList<>();
        JsonNode policies = new ObjectMapper().valueToTree(api.findResources("AWS::IAM::Policy"));
        policies.findParents("Action").stream()
                .filter(statement -> statement.path("Resource").toString().contains("Queries"))
                .map(statement -> statement.get("Action"))
                .forEach(action ->
                        (action.isArray() ? action : List.of(action)).forEach(one -> actions.add(one.asText())));

        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "s3:GetObject*",
                        "s3:GetBucket*",
                        "s3:List*",
                        "s3:PutObject",
                        "s3:PutObjectLegalHold",
                        "s3:PutObjectRetention",
                        "s3:PutObjectTagging",
                        "s3:PutObjectVersionTagging",
                        "s3:Abort*");
    }

    @Test
    void engagementBucket_always_forgetsLinesAndKeepsNotesOfErasures() {
        storage.hasResourceProperties(
                "AWS::S3::Bucket",
                Match.objectLike(Map.of(
                        "LifecycleConfiguration",
                        Map.of(
                                "Rules",
                                List.of(
                                        Map.of(
                                                "Status",
                                                "Enabled",
                                                "AbortIncompleteMultipartUpload",
                                                Map.of("DaysAfterInitiation", 1)),
                                        expiring("events/"),
                                        expiring("answers/"),
                                        expiring("rollups/"))))));
    }

    private static Map<String, Object> expiring(String prefix) {
        return Map.of("Status", "Enabled", "ExpirationInDays", 400, "Prefix", prefix);
    }

    @Test
    void bucketsOfImagesAndPins_only_sendEvents() {
        long notifying = storage.findResources("AWS::S3::Bucket").values().stream()
                .filter(bucket -> bucket.toString().contains("EventBridgeEnabled"))
                .count();
        assertThat(notifying).isEqualTo(2);
    }

    @Test
    void everyWorkQueue_always_hasADeadLetterQueueOfItsOwn() {
        pipeline.resourceCountIs("AWS::SQS::Queue", 6);
        pipeline.resourcePropertiesCountIs(
                "AWS::SQS::Queue",
                Map.of("RedrivePolicy", Match.objectLike(Map.of("maxReceiveCount", WorkQueue.MAX_RECEIVES))),
                3);
    }

    @Test
    void functionQueues_always_hideMessagesLongerThanTheFunctionRuns() {
        int timeout = SightlineFunction.TIMEOUT.toSeconds().intValue();
        pipeline.resourcePropertiesCountIs("AWS::SQS::Queue", Map.of("VisibilityTimeout", 6 * timeout), 2);
        pipeline.allResourcesProperties("AWS::Lambda::Function", Map.of("Timeout", timeout));
    }

    @Test
    void eventSourceMappings_always_reportBatchItemFailures() {
        pipeline.resourceCountIs("AWS::Lambda::EventSourceMapping", 2);
        pipeline.allResourcesProperties(
                "AWS::Lambda::EventSourceMapping", Map.of("FunctionResponseTypes", List.of("ReportBatchItemFailures")));
    }

    @Test
    void bucketRule_always_matchesCreatedAndDeletedObjects() {
        pipeline.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "EventPattern",
                        Match.objectLike(Map.of(
                                "source", List.of("aws.s3"),
                                "detail-type", List.of("Object Created", "Object Deleted")))));
    }

    @Test
    void catalogueRule_always_tellsTheIndexerWhichKeyChanged() {
        pipeline.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "Targets",
                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "InputTransformer",
                                Map.of(
                                        "InputPathsMap",
                                        Map.of("detail-object-key", "$.detail.object.key"),
                                        "InputTemplate",
                                        Match.stringLikeRegexp(
                                                "\\{.*\"CatalogueChanged\".*<detail-object-key>.*\\}"))))))));
    }

    @Test
    void engagement_always_hasTwoFunctionsOfOneZip() {
        engagement.resourceCountIs("AWS::Lambda::Function", 2);
        for (String handler : List.of("engagement", "roll-up")) {
            engagement.resourcePropertiesCountIs(
                    "AWS::Lambda::Function",
                    Map.of(
                            "Environment",
                            Map.of("Variables", Match.objectLike(Map.of("QUARKUS_LAMBDA_HANDLER", handler)))),
                    1);
        }
        engagement.resourcePropertiesCountIs(
                "AWS::SQS::Queue",
                Map.of("RedrivePolicy", Match.objectLike(Map.of("maxReceiveCount", WorkQueue.MAX_RECEIVES))),
                2);
        engagement.resourcePropertiesCountIs("AWS::SQS::Queue", Map.of("VisibilityTimeout", 6 * 15 * 60), 1);
    }

    @Test
    void userSalt_always_isGeneratedAndKept() {
        engagement.hasResource(
                "AWS::SecretsManager::Secret",
                Map.of(
                        "DeletionPolicy",
                        "Retain",
                        "Properties",
                        Match.objectLike(
                                Map.of("GenerateSecretString", Match.objectLike(Map.of("PasswordLength", 64))))));
    }

    @Test
    void engagementLog_always_mayAddLinesAndReadErasuresOnly() {
        List<String> statements = Statements.of(engagement).stream()
                .filter(statement -> statement.toString().contains("Engagement")
                        && statement.toString().contains("s3:"))
                .map(Object::toString)
                .toList();

        assertThat(statements).anySatisfy(text -> assertThat(text).contains("/events/*", "s3:PutObject"));
        assertThat(statements)
                .noneSatisfy(
                        text -> assertThat(text).contains("s3:DeleteObject").contains("/events/*"));
    }

    @Test
    void purgeRule_onceADay_sendsTheMessageToTheIndexQueue() {
        pipeline.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "ScheduleExpression",
                        "rate(1 day)",
                        "Targets",
                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "Input",
                                EventJson.write(new PurgeDue()),
                                "Arn",
                                Match.objectLike(Map.of(
                                        "Fn::GetAtt",
                                        Match.arrayWith(
                                                List.of(Match.stringLikeRegexp("^IndexChangesQueue.*")))))))))));
    }

    @Test
    void functions_always_knowTheirSettings() {
        pipeline.allResourcesProperties(
                "AWS::Lambda::Function",
                Map.of(
                        "Runtime",
                        "java25",
                        "Environment",
                        Map.of(
                                "Variables",
                                Match.objectLike(Map.of(
                                        EnvironmentNames.OPENSEARCH_URL, "https://search.example",
                                        EnvironmentNames.OPENSEARCH_AUTH, "iam",
                                        EnvironmentNames.KNN_MODE, "hnsw",
                                        EnvironmentNames.MAX_IMAGE_BYTES, "1000")))));
    }

    @Test
    void blender_always_knowsItsBuckets() {
        api.allResourcesProperties(
                "AWS::Lambda::Function",
                Map.of(
                        "Environment",
                        Map.of(
                                "Variables",
                                Match.objectLike(Map.of(
                                        EnvironmentNames.IMAGES_BUCKET, Match.anyValue(),
                                        EnvironmentNames.QUERIES_BUCKET, Match.anyValue())))));
    }

    @Test
    void policies_always_nameTheirResources() {
        assertThat(Statements.onEverything(pipeline)).isEmpty();
        assertThat(Statements.onEverything(engagement)).isEmpty();
        assertThat(Statements.onEverything(api)).isEmpty();
    }

    @Test
    void functions_withIamAuth_mayCallTheDomainsIndexesOnly() {
        pipeline.resourcePropertiesCountIs("AWS::IAM::Policy", Match.objectLike(searchPolicy()), 2);
        api.resourcePropertiesCountIs("AWS::IAM::Policy", Match.objectLike(searchPolicy()), 1);
    }

    @Test
    void blender_onTheFeaturesBucket_mayReadPolicyRankersAndThumbnailsOnly() {
        List<Map<?, ?>> statements = Statements.of(api).stream()
                .filter(statement -> statement.toString().contains("Features"))
                .toList();

        assertThat(statements.stream().map(statement -> String.valueOf(statement.get("Action"))))
                .containsExactly("s3:GetObject", "s3:ListBucket", "s3:GetObject", "s3:GetObject", "s3:ListBucket");
        assertThat(String.valueOf(statements.get(3).get("Resource"))).contains("/thumbnails/*");
        assertThat(String.valueOf(statements.get(4).get("Condition")))
                .isEqualTo("{StringLike={s3:prefix=thumbnails/*}}");
        assertThat(String.valueOf(statements.get(2).get("Resource"))).contains("/rankers/*");
        assertThat(String.valueOf(statements.get(0).get("Resource")))
                .contains("Features", "/policy/blender.json")
                .doesNotContain("*");
        assertThat(String.valueOf(statements.get(1).get("Condition")))
                .isEqualTo("{StringEquals={s3:prefix=policy/blender.json}}");
    }

    private static Map<String, Object> searchPolicy() {
        return Map.of(
                "PolicyDocument",
                Match.objectLike(Map.of(
                        "Statement",
                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "Resource",
                                List.of(DOMAIN + "/sightline-*", DOMAIN + "/_bulk", DOMAIN + "/_alias*"))))))));
    }

    @Test
    void outputs_always_carryTheSharedNames() {
        assertThat(storage.findOutputs("*"))
                .containsKeys(OutputNames.IMAGES_BUCKET, OutputNames.FEATURES_BUCKET, OutputNames.QUERIES_BUCKET)
                .containsKeys(OutputNames.CATALOGUE_BUCKET, OutputNames.ENGAGEMENT_BUCKET);
        assertThat(engagement.findOutputs("*"))
                .containsKeys(
                        OutputNames.ENGAGEMENT_QUEUE_URL,
                        OutputNames.ENGAGEMENT_DEAD_LETTER_QUEUE_URL,
                        OutputNames.ROLL_UP_QUEUE_URL,
                        OutputNames.ROLL_UP_DEAD_LETTER_QUEUE_URL,
                        OutputNames.ENGAGEMENT_FUNCTION,
                        OutputNames.ROLL_UP_FUNCTION,
                        OutputNames.USER_SALT_SECRET);
        assertThat(pipeline.findOutputs("*"))
                .containsKeys(
                        OutputNames.UPLOAD_QUEUE_URL,
                        OutputNames.ANALYSIS_QUEUE_URL,
                        OutputNames.INDEX_QUEUE_URL,
                        OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL,
                        OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL,
                        OutputNames.INDEX_DEAD_LETTER_QUEUE_URL,
                        OutputNames.INGEST_FUNCTION,
                        OutputNames.INDEXER_FUNCTION);
        assertThat(api.findOutputs("*"))
                .containsKeys(OutputNames.API_ID, OutputNames.API_STAGE, OutputNames.BLENDER_FUNCTION);
    }
}
