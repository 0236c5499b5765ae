package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.MetricNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What holds for every deployment to AWS: that nothing is lost, open, unencrypted or unwatched. */
class AwsPromisesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void truth_always_outlivesItsStack(String name) {
        Template storage = Deployments.of(name).template("Storage");

        assertThat(kept(storage, "AWS::S3::Bucket"))
                .containsExactlyInAnyOrder("Images", "Features", "Catalogue", "Engagement", "Models", "AccessLogs");
        assertThat(kept(storage, "AWS::KMS::Key")).containsExactlyInAnyOrder("KeysData", "KeysLogs");
        assertThat(kept(Deployments.of(name).template("Engagement"), "AWS::SecretsManager::Secret"))
                .containsExactly("UserSalt");
        assertThat(Deployments.of(name).stacks().storage().getTerminationProtection())
                .isTrue();
        resources(name, "AWS::S3::Bucket")
                .filter(bucket -> "Retain".equals(bucket.path("DeletionPolicy").asText()))
                .forEach(bucket ->
                        assertThat(bucket.path("UpdateReplacePolicy").asText()).isEqualTo("Retain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void buckets_always_arePrivateEncryptedLoggedAndTlsOnly(String name) {
        assertThat(resources(name, "AWS::S3::Bucket")).hasSize(8).allSatisfy(bucket -> {
            assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
                    .allMatch(JsonNode::asBoolean)
                    .hasSize(4);
            assertThat(bucket.at("/Properties/BucketEncryption").isMissingNode())
                    .isFalse();
        });
        assertThat(resources(name, "AWS::S3::Bucket")
                        .filter(bucket ->
                                bucket.at("/Properties/LoggingConfiguration").isMissingNode()))
                .hasSize(1);
        assertThat(resources(name, "AWS::S3::BucketPolicy")).hasSize(8).allMatch(AwsPromisesTest::refusesPlainHttp);
        Deployments.of(name)
                .template("Storage")
                .resourcePropertiesCountIs("AWS::S3::Bucket", encryptedBy("aws:kms"), 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void queues_always_areEncryptedTlsOnlyAndHaveDeadLetters(String name) {
        assertThat(resources(name, "AWS::SQS::Queue"))
                .hasSize(10)
                .allMatch(queue -> queue.at("/Properties/KmsMasterKeyId").has("Fn::ImportValue"));
        assertThat(resources(name, "AWS::SQS::Queue")
                        .filter(queue -> queue.at("/Properties/RedrivePolicy/maxReceiveCount")
                                        .asInt()
                                == WorkQueue.MAX_RECEIVES))
                .hasSize(5);
        assertThat(resources(name, "AWS::SQS::QueuePolicy")).hasSize(10).allMatch(AwsPromisesTest::refusesPlainHttp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void messages_always_areHiddenForLongerThanTheLongestWork(String name) {
        assertThat(seconds(name, "Pipeline", "AWS::Lambda::Function", "Timeout"))
                .containsExactly(30);
        assertThat(seconds(name, "Pipeline", "AWS::SQS::Queue", "VisibilityTimeout"))
                .containsExactly(120, 180);
        assertThat(seconds(name, "Engagement", "AWS::Lambda::Function", "Timeout"))
                .containsExactly(30, 900);
        assertThat(seconds(name, "Engagement", "AWS::SQS::Queue", "VisibilityTimeout"))
                .containsExactly(180, 5400);
    }

    @ParameterizedTest
    @CsvSource({"dev, 10", "prod, 20"})
    void eventSources_always_callTheAliasReportItemsAndAreLimitedByTheSize(String name, int most) {
        assertThat(resources(name, "AWS::Lambda::EventSourceMapping"))
                .hasSize(4)
                .allSatisfy(mapping -> {
                    JsonNode properties = mapping.get("Properties");
                    assertThat(properties.get("FunctionResponseTypes").toString())
                            .contains("ReportBatchItemFailures");
                    assertThat(properties
                                    .at("/ScalingConfig/MaximumConcurrency")
                                    .asInt())
                            .isIn(2, most);
                    assertThat(properties.get("FunctionName").toString()).contains("Live");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void functions_always_haveASnapshotAnAliasAndANetwork(String name) {
        assertThat(functions(name)).hasSize(5).allSatisfy(function -> {
            assertThat(function.at("/Properties/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            assertThat(function.at("/Properties/Architectures/0").asText()).isEqualTo("arm64");
            assertThat(function.at("/Properties/VpcConfig/SubnetIds")).hasSize(2);
            assertThat(function.at("/Properties/TracingConfig/Mode").asText()).isEqualTo("Active");
        });
        assertThat(resources(name, "AWS::Lambda::Alias"))
                .hasSize(5)
                .allMatch(alias -> alias.at("/Properties/Name").asText().equals(SightlineFunction.ALIAS));
        assertThat(resources(name, "AWS::ApiGateway::Method"))
                .allMatch(method ->
                        method.at("/Properties/Integration/Uri").toString().contains("Live"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void blender_always_hasRoomOfItsOwn(String name) {
        int room =
                Deployments.of(name).stacks().surroundings().settings().size().apiConcurrency();

        Deployments.of(name)
                .template("Api")
                .hasResourceProperties("AWS::Lambda::Function", Map.of("ReservedConcurrentExecutions", room));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void logs_always_areEncryptedAndEnd(String name) {
        assertThat(resources(name, "AWS::Logs::LogGroup")).hasSizeGreaterThan(8).allSatisfy(group -> {
            assertThat(group.at("/Properties/KmsKeyId").isMissingNode()).isFalse();
            assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(30);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void stage_always_isLoggedAndBehindTheFirewall(String name) {
        Template api = Deployments.of(name).template("Api");

        api.hasResourceProperties(
                "AWS::ApiGateway::Stage",
                Match.objectLike(Map.of("AccessLogSetting", Match.anyValue(), "TracingEnabled", true)));
        api.hasResourceProperties(
                "AWS::WAFv2::WebACL",
                Match.objectLike(Map.of(
                        "Scope",
                        "REGIONAL",
                        "Rules",
                        Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "Action",
                                Map.of("Block", Match.anyValue()),
                                "Statement",
                                Map.of("RateBasedStatement", Match.objectLike(Map.of("Limit", 3000))))))))));
        api.resourceCountIs("AWS::WAFv2::WebACLAssociation", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void alarms_always_watchEachPromiseAndTellSomebody(String name) {
        Template observability = Deployments.of(name).template("Observability");
        Map<String, Map<String, Object>> alarms = observability.findResources("AWS::CloudWatch::Alarm");
        Set<String> names = alarms.keySet().stream()
                .map(id -> id.substring(0, id.length() - 8))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(names)
                .contains("UploadsDeadLetters", "AnalysesDeadLetters", "IndexChangesDeadLetters")
                .contains("EngagementDeadLetters", "RollUpsDeadLetters", "UploadsOldest", "AnalysesOldest")
                .contains("IngestFunctionErrors", "BlenderFunctionThrottles", "ApiErrors", "ApiLatency")
                .contains("Freshness", "PartialAnswers", "SearchRed", "SearchBreaker", "SearchDisk", "Analyzers");
        assertThat(alarms.values())
                .allSatisfy(alarm ->
                        assertThat(json(alarm).at("/Properties/AlarmActions")).hasSize(1));
        for (String metric : List.of(MetricNames.FRESHNESS, MetricNames.ANSWERS, MetricNames.PARTIAL_ANSWERS)) {
            assertThat(alarms.toString()).contains("MetricName=" + metric);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void dashboard_always_showsWhatTheSystemTellsOfItself(String name) {
        String page = Deployments.of(name)
                .template("Observability")
                .findResources("AWS::CloudWatch::Dashboard")
                .toString();

        assertThat(page)
                .contains(MetricNames.FRESHNESS, MetricNames.IMAGES_LOST, MetricNames.ANSWER_TIME)
                .contains(MetricNames.PARTIAL_ANSWERS, MetricNames.DOTS_SHOWN, "ApproximateNumberOfMessagesVisible")
                .contains(MetricNames.EMBEDDER_BATCH, MetricNames.GPU_UTILIZATION, MetricNames.WORKER_TIME);
    }

    private static Map<String, Object> encryptedBy(String algorithm) {
        return Map.of(
                "BucketEncryption",
                Map.of(
                        "ServerSideEncryptionConfiguration",
                        List.of(Match.objectLike(Map.of(
                                "ServerSideEncryptionByDefault",
                                Match.objectLike(Map.of("SSEAlgorithm", algorithm)))))));
    }

    private static boolean refusesPlainHttp(JsonNode policy) {
        for (JsonNode statement : policy.at("/Properties/PolicyDocument/Statement")) {
            if (statement.get("Effect").asText().equals("Deny")
                    && statement
                            .at("/Condition/Bool/aws:SecureTransport")
                            .asText()
                            .equals("false")) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> kept(Template template, String type) {
        return template.findResources(type, Map.of("DeletionPolicy", "Retain")).keySet().stream()
                .map(id -> id.substring(0, id.length() - 8))
                .collect(Collectors.toSet());
    }

    private static Set<Integer> seconds(String name, String stack, String type, String property) {
        return Deployments.of(name).template(stack).findResources(type).values().stream()
                .map(resource -> json(resource).at("/Properties/" + property))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ours; not the small ones of CDK and of the search domain. */
    private static Stream<JsonNode> functions(String name) {
        return resources(name, "AWS::Lambda::Function")
                .filter(function -> function.at("/Properties/Runtime").asText().equals("java25"));
    }

    private static Stream<JsonNode> resources(String name, String type) {
        return Deployments.of(name).templates().values().stream()
                .flatMap(template -> template.findResources(type).values().stream())
                .map(JSON::valueToTree);
    }

    private static JsonNode json(Object resource) {
        return JSON.valueToTree(resource);
    }
}
