package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.EnvironmentNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ApiStackTest {

    private static Template api;

    @BeforeAll
    static void synthesize(@TempDir Path root) throws IOException {
        api = Template.fromStack(SynthesizedStacks.below(root).api());
    }

    @Test
    void blender_onTheQueuesOfOthers_mayOnlyLookHowFullTheyAre() {
        List<String> looking = Statements.of(api).stream()
                .filter(statement -> String.valueOf(statement.get("Action")).contains("sqs:"))
                .map(statement -> String.valueOf(statement.get("Action")))
                .toList();

        assertThat(looking).filteredOn("sqs:GetQueueAttributes"::equals).hasSize(8);
        assertThat(looking)
                .filteredOn(action -> !action.equals("sqs:GetQueueAttributes"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("sqs:SendMessage");
        api.hasResourceProperties(
                "AWS::Lambda::Function",
                Map.of(
                        "Environment",
                        Map.of(
                                "Variables",
                                Match.objectLike(Map.of(EnvironmentNames.WATCHED_QUEUES, Match.anyValue())))));
    }

    @Test
    void api_always_passesBodiesOfAllTypesAsBytes() {
        api.hasResourceProperties(
                "AWS::ApiGateway::RestApi", Map.of("BinaryMediaTypes", Match.arrayWith(List.of("*/*", "image/*"))));
    }

    @Test
    void gatewayResponses_ofEveryKind_areProblems() throws IOException {
        Map<String, Map<String, Object>> responses = api.findResources("AWS::ApiGateway::GatewayResponse");

        assertThat(responses).hasSize(14);
        for (Map<String, Object> response : responses.values()) {
            JsonNode properties = new ObjectMapper().valueToTree(response.get("Properties"));
            assertThat(properties
                            .at("/ResponseParameters/gatewayresponse.header.Content-Type")
                            .asText())
                    .isEqualTo("'application/problem+json'");
            String template =
                    properties.at("/ResponseTemplates/application~1json").asText();
            JsonNode problem = new ObjectMapper().readTree(template.replace("$context.error.messageString", "\"why\""));
            assertThat(problem.fieldNames())
                    .toIterable()
                    .containsExactly("type", "title", "status", "detail", "code", "requestId");
            assertThat(problem.get("status").asText())
                    .isEqualTo(properties.get("StatusCode").asText());
            assertThat(problem.get("type").asText())
                    .endsWith("/problems/" + problem.get("code").asText());
        }
    }

    @Test
    void gatewayResponse_toTooManyRequests_saysWhenToAskAgain() {
        api.hasResourceProperties(
                "AWS::ApiGateway::GatewayResponse",
                Match.objectLike(Map.of(
                        "ResponseType",
                        "THROTTLED",
                        "StatusCode",
                        "429",
                        "ResponseParameters",
                        Match.objectLike(Map.of(
                                "gatewayresponse.header.Retry-After",
                                "'1'",
                                "gatewayresponse.header.RateLimit",
                                "'\"rate\";r=0;t=1'")))));
    }

    @Test
    void gatewayResponse_toABodyThatIsTooLarge_namesThePresignedFlow() {
        api.hasResourceProperties(
                "AWS::ApiGateway::GatewayResponse",
                Match.objectLike(Map.of(
                        "ResponseType",
                        "REQUEST_TOO_LARGE",
                        "StatusCode",
                        "413",
                        "ResponseTemplates",
                        Map.of("application/json", Match.stringLikeRegexp(".*POST /v1/queries.*POST /v1/uploads.*")))));
    }
}
