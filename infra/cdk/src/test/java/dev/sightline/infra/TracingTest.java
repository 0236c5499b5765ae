package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Spans go where the deployment says, and nobody gets a right or a setting for it otherwise. */
class TracingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "SIGHTLINE_TRACES_ENDPOINT";
    private static final String BESIDE = "http://127.0.0.1:4318";

    @Test
    void deployment_withoutACollector_saysNothingOfOne() {
        Deployments.of("prod")
                .templates()
                .values()
                .forEach(template -> assertThat(template.toJSON().toString())
                        .doesNotContain(NAME, "collector", "com.amazonaws.eu-west-1.xray"));
    }

    @Test
    void functions_withALayer_sendToTheCollectorBesideThem() {
        Template pipeline = Deployments.traced().template("Pipeline");
        pipeline.resourcePropertiesCountIs(
                "AWS::Lambda::Function",
                Match.objectLike(Map.of(
                        "Environment",
                        Map.of("Variables", Match.objectLike(Map.of(NAME, BESIDE))),
                        "Layers",
                        List.of(Deployments.COLLECTORS.get("collectorLayer")))),
                2);
        Deployments.traced()
                .template("Api")
                .hasResourceProperties(
                        "AWS::Lambda::Function",
                        Match.objectLike(
                                Map.of("Environment", Map.of("Variables", Match.objectLike(Map.of(NAME, BESIDE))))));
    }

    @Test
    void workers_withAnImage_haveACollectorThatTheyCanDoWithout() {
        Template workers = Deployments.traced().template("GpuWorker");
        workers.findResources("AWS::ECS::TaskDefinition").values().forEach(task -> {
            JsonNode containers = JSON.valueToTree(task).at("/Properties/ContainerDefinitions");
            assertThat(containers).hasSize(2);
            assertThat(containers.get(0).at("/Environment").toString()).contains(NAME, BESIDE);
            assertThat(containers.get(1).at("/Name").asText()).isEqualTo("collector");
            assertThat(containers.get(1).at("/Essential").asBoolean(true)).isFalse();
            assertThat(containers.get(1).at("/ReadonlyRootFilesystem").asBoolean())
                    .isTrue();
        });
        workers.resourceCountIs("AWS::ECS::TaskDefinition", 2);
    }

    @Test
    void network_withCollectors_hasAWayToXrayBesideTheOthers() {
        Deployments.traced()
                .template("Network")
                .resourcePropertiesCountIs("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Interface"), 9);
    }

    @Test
    void ingest_withoutACollector_mayReadNoImage() {
        assertThat(Deployments.of("prod").template("Pipeline").toJSON().toString())
                .doesNotContain("SIGHTLINE_IMAGES_BUCKET");
        assertThat(Deployments.traced().template("Pipeline").toJSON().toString())
                .contains("SIGHTLINE_IMAGES_BUCKET");
    }

    @Test
    void endpoint_ofAll_isAnOutputForWorkersFromElsewhere(@TempDir Path root) throws Exception {
        Template pipeline =
                Template.fromStack(SynthesizedStacks.below(root, Map.of("tracesEndpoint", "http://127.0.0.1:8091"))
                        .pipeline());
        pipeline.hasOutput("TracesEndpoint", Map.of("Value", "http://127.0.0.1:8091"));
        pipeline.resourcePropertiesCountIs(
                "AWS::Lambda::Function",
                Match.objectLike(Map.of(
                        "Environment", Map.of("Variables", Match.objectLike(Map.of(NAME, "http://127.0.0.1:8091"))))),
                2);
    }

    /** People read the lines of a laptop, CloudWatch those of an account. */
    @Test
    void logs_onAws_areJson(@TempDir Path root) throws Exception {
        Map<String, Object> json = environment("SIGHTLINE_LOG_FORMAT", "json");
        for (String stack : List.of("Pipeline", "Engagement", "Api")) {
            Deployments.of("prod").template(stack).hasResourceProperties("AWS::Lambda::Function", json);
        }
        assertThat(Deployments.of("prod").template("GpuWorker").toJSON().toString())
                .contains("{Name=SIGHTLINE_LOG_FORMAT, Value=json}");
        Template.fromStack(SynthesizedStacks.below(root).pipeline())
                .resourcePropertiesCountIs("AWS::Lambda::Function", environment("SIGHTLINE_LOG_FORMAT", "text"), 2);
    }

    private static Map<String, Object> environment(String name, String value) {
        return Map.of("Environment", Map.of("Variables", Match.objectLike(Map.of(name, value))));
    }

    @Test
    void settings_withAnEndpointAndACollector_areRefusedWithBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TracingSettings("http://a", "b", null))
                .withMessageContaining("http://a beside b and null");
    }
}
