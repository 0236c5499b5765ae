package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** The stacks that only AWS has: network, search, workers. */
class WorkerAndSearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void workerImages_ofAnotherRevision_areToldItAndStayTheSame() throws IOException {
        JsonNode told = workerImages(Deployments.made("dev", Map.of("revision", "0123456789ab")));
        JsonNode others = workerImages(Deployments.made("dev", Map.of("revision", "ba9876543210")));

        assertThat(told)
                .isNotEmpty()
                .allSatisfy(image -> assertThat(
                                image.at("/source/dockerBuildArgs/REVISION").asText())
                        .isEqualTo("0123456789ab"));
        assertThat(told.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(others::fieldNames);
    }

    @Test
    void network_always_hasNoWayToTheInternet() {
        Template network = Deployments.of("prod").template("Network");

        for (String door : List.of(
                "AWS::EC2::InternetGateway",
                "AWS::EC2::NatGateway",
                "AWS::EC2::VPCGatewayAttachment",
                "AWS::EC2::EgressOnlyInternetGateway",
                "AWS::EC2::Route")) {
            network.resourceCountIs(door, 0);
        }
        network.resourcePropertiesCountIs("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Interface"), 8);
        network.resourcePropertiesCountIs("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Gateway"), 1);
        network.allResourcesProperties("AWS::EC2::Subnet", Map.of("MapPublicIpOnLaunch", false));
    }

    @Test
    void securityGroups_always_letNamedGroupsInOnly() {
        Template network = Deployments.of("prod").template("Network");

        network.findResources("AWS::EC2::SecurityGroup")
                .values()
                .forEach(group -> assertThat(json(group)
                                .at("/Properties/SecurityGroupIngress")
                                .isMissingNode())
                        .isTrue());
        network.allResourcesProperties(
                "AWS::EC2::SecurityGroupIngress",
                Map.of("SourceSecurityGroupId", Match.anyValue(), "CidrIp", Match.absent()));
    }

    @Test
    void domain_always_isPrivateEncryptedAndOfRolesOnly() {
        Template search = Deployments.of("prod").template("Search");

        search.hasResourceProperties(
                "AWS::OpenSearchService::Domain",
                Match.objectLike(Map.of(
                        "EngineVersion", "OpenSearch_3.5",
                        "DomainEndpointOptions",
                                Match.objectLike(Map.of(
                                        "EnforceHTTPS", true, "TLSSecurityPolicy", "Policy-Min-TLS-1-2-PFS-2023-10")),
                        "NodeToNodeEncryptionOptions", Map.of("Enabled", true),
                        "EncryptionAtRestOptions", Map.of("Enabled", true, "KmsKeyId", Match.anyValue()),
                        "AdvancedSecurityOptions",
                                Match.objectLike(Map.of(
                                        "Enabled", true,
                                        "InternalUserDatabaseEnabled", false,
                                        "MasterUserOptions", Map.of("MasterUserARN", Match.anyValue()))),
                        "VPCOptions", Match.objectLike(Map.of("SubnetIds", Match.anyValue())))));
        JsonNode policy =
                json(search.findResources("AWS::OpenSearchService::Domain")).findPath("AccessPolicies");
        assertThat(policy.at("/Statement/0/Condition/ArnLike/aws:PrincipalArn").toString())
                .contains(":role/SightlinePipeline-*", ":role/SightlineEngagement-*", ":role/SightlineApi-*");
        assertThat(policy.at("/Statement/1/Effect").asText()).isEqualTo("Deny");
        assertThat(policy.at("/Statement/1/Condition/ArnNotLike/aws:PrincipalArn"))
                .isEqualTo(policy.at("/Statement/0/Condition/ArnLike/aws:PrincipalArn"));
    }

    @Test
    void domain_ofProd_losesAZoneWithoutLosingTheIndex() {
        Deployments.of("prod")
                .template("Search")
                .hasResourceProperties(
                        "AWS::OpenSearchService::Domain",
                        Match.objectLike(Map.of(
                                "ClusterConfig",
                                Match.objectLike(Map.of(
                                        "ZoneAwarenessEnabled", true,
                                        "InstanceCount", 2,
                                        "DedicatedMasterCount", 3)))));
    }

    @Test
    void roles_ofAllFunctions_areMappedInOpenSearch() {
        List<String> names = new ArrayList<>();
        Deployments.of("prod")
                .templates()
                .values()
                .forEach(template -> template.findResources("Custom::SightlineSearchAccess")
                        .values()
                        .forEach(mapping ->
                                names.add(json(mapping).at("/Properties/Name").asText())));

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "sightline-ingest",
                        "sightline-indexer",
                        "sightline-engagement",
                        "sightline-roll-up",
                        "sightline-blender");
    }

    @Test
    void containers_always_areReadOnlyUnprivilegedAndChecked() {
        List<JsonNode> containers = containers();

        assertThat(containers).hasSize(2).allSatisfy(container -> {
            assertThat(container.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.get("Privileged").asBoolean()).isFalse();
            assertThat(container.at("/HealthCheck/Command").toString()).contains("/opt/sightline/healthy");
            assertThat(container.get("MountPoints").findValuesAsText("ContainerPath"))
                    .containsExactlyInAnyOrder("/tmp", "/var/cache/sightline");
            assertThat(container.get("Environment").findValuesAsText("Name"))
                    .contains(
                            "SIGHTLINE_ANALYSIS_QUEUE_URL",
                            "SIGHTLINE_DEVICE",
                            "SIGHTLINE_FEATURES_BUCKET",
                            "SIGHTLINE_IMAGES_BUCKET",
                            "SIGHTLINE_INDEX_QUEUE_URL",
                            "SIGHTLINE_MODELS");
        });
    }

    /** Else ECS would kill a worker that is about to hand its messages back. */
    @Test
    void containers_always_haveLongerToStopThanTheWorkerNeeds() throws IOException {
        Properties worker = new Properties();
        try (var text =
                Files.newBufferedReader(Path.of("../../gpu-worker/worker/src/main/resources/application.properties"))) {
            worker.load(text);
        }
        Duration quarkus = Duration.parse("PT" + worker.getProperty("quarkus.shutdown.timeout"));
        Duration pollAndWork = Duration.ofSeconds(5 + 15);

        assertThat(containers())
                .allSatisfy(container -> assertThat(
                                Duration.ofSeconds(container.get("StopTimeout").asLong()))
                        .isGreaterThan(quarkus.plus(pollAndWork)));
    }

    @Test
    void machines_withGpu_areNoneWhileIdleAndMostlySpot() {
        Template worker = Deployments.of("prod").template("GpuWorker");

        worker.hasResourceProperties(
                "AWS::AutoScaling::AutoScalingGroup",
                Match.objectLike(Map.of(
                        "MinSize",
                        "0",
                        "MixedInstancesPolicy",
                        Match.objectLike(Map.of(
                                "InstancesDistribution",
                                Match.objectLike(Map.of(
                                        "OnDemandBaseCapacity", 1, "OnDemandPercentageAboveBaseCapacity", 0)))))));
        worker.hasResourceProperties(
                "AWS::EC2::LaunchTemplate",
                Match.objectLike(Map.of(
                        "LaunchTemplateData",
                        Match.objectLike(Map.of(
                                "InstanceType",
                                "g6.xlarge",
                                "MetadataOptions",
                                Match.objectLike(Map.of("HttpTokens", "required")))))));
        assertThat(json(worker.findResources("AWS::EC2::LaunchTemplate")).toString())
                .contains("ECS_ENABLE_SPOT_INSTANCE_DRAINING=true", "ECS_AWSVPC_BLOCK_IMDS=true");
    }

    @Test
    void indexers_always_followTheBacklogFromNone() {
        Template worker = Deployments.of("prod").template("GpuWorker");

        worker.hasResourceProperties(
                "AWS::ApplicationAutoScaling::ScalableTarget",
                Match.objectLike(Map.of("MinCapacity", 0, "MaxCapacity", 8)));
        worker.hasResourceProperties(
                "AWS::CloudWatch::Alarm",
                Match.objectLike(Map.of(
                        "ComparisonOperator",
                        "GreaterThanOrEqualToThreshold",
                        "Metrics",
                        Match.arrayWith(List.of(Match.objectLike(
                                Map.of("Expression", "waiting / IF(FILL(wanted, 0) > 0, FILL(wanted, 0), 1)")))))));
        worker.resourcePropertiesCountIs(
                "AWS::ApplicationAutoScaling::ScalingPolicy",
                Match.objectLike(Map.of(
                        "StepScalingPolicyConfiguration", Match.objectLike(Map.of("Cooldown", Match.anyValue())))),
                2);
    }

    @Test
    void analyzers_always_runBehindAnInternalLoadBalancer() {
        Template worker = Deployments.of("prod").template("GpuWorker");

        worker.allResourcesProperties("AWS::ElasticLoadBalancingV2::LoadBalancer", Map.of("Scheme", "internal"));
        worker.hasResourceProperties(
                "AWS::ECS::Service", Match.objectLike(Map.of("LaunchType", "FARGATE", "DesiredCount", 2)));
        worker.hasResourceProperties(
                "AWS::ApplicationAutoScaling::ScalableTarget", Match.objectLike(Map.of("MinCapacity", 2)));
        assertThat(Deployments.of("prod").template("Api").toJSON().toString()).contains("SIGHTLINE_ANALYZER_URL");
    }

    @Test
    void deployment_withSearchAndAnalyzerFromElsewhere_hasNeither() {
        Deployments deployment = Deployments.made(
                "dev",
                Map.of(
                        "openSearchUrl", "https://search.example",
                        "openSearchArn", SynthesizedStacks.DOMAIN,
                        "analyzerUrl", "http://worker.example"));

        assertThat(deployment.templates())
                .doesNotContainKeys("SightlineSearch", "SightlineGpuWorker")
                .containsKeys("SightlineNetwork", "SightlineObservability");
    }

    @Test
    void functions_ofTheNativeKind_areProgramsOfTheirOwnBehindTheAlias() {
        Template pipeline = Deployments.nativeInAnExistingNetwork().template("Pipeline");

        pipeline.allResourcesProperties(
                "AWS::Lambda::Function",
                Map.of("Runtime", "provided.al2023", "Handler", "bootstrap", "SnapStart", Match.absent()));
        pipeline.resourcePropertiesCountIs("AWS::Lambda::Alias", Map.of("Name", SightlineFunction.ALIAS), 2);
    }

    @Test
    void network_thatExists_isUsedAndLeftAsItIs() {
        Template network = Deployments.nativeInAnExistingNetwork().template("Network");

        network.resourceCountIs("AWS::EC2::VPC", 0);
        network.resourceCountIs("AWS::EC2::VPCEndpoint", 0);
        network.allResourcesProperties("AWS::EC2::SecurityGroup", Map.of("VpcId", "vpc-0123456789abcdef0"));
        Deployments.nativeInAnExistingNetwork()
                .template("Search")
                .hasResourceProperties(
                        "AWS::OpenSearchService::Domain",
                        Match.objectLike(Map.of(
                                "VPCOptions",
                                Match.objectLike(Map.of("SubnetIds", List.of("subnet-0123456789abcdef1"))))));
    }

    private static List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        Deployments.of("prod")
                .template("GpuWorker")
                .findResources("AWS::ECS::TaskDefinition")
                .values()
                .forEach(task ->
                        json(task).at("/Properties/ContainerDefinitions").forEach(containers::add));
        return containers;
    }

    private static JsonNode workerImages(Deployments deployment) throws IOException {
        Path assembly = Path.of(deployment.app().synth().getDirectory());
        return JSON.readTree(assembly.resolve("SightlineGpuWorker.assets.json").toFile())
                .path("dockerImages");
    }

    private static JsonNode json(Object resource) {
        return JSON.valueToTree(resource);
    }
}
