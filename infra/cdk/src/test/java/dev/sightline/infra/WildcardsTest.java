package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** Every wildcard in what a role may do is in {@code wildcards.json} with its reason, and nothing else is there. */
class WildcardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RESOURCE = "Resource";

    @Test
    void wildcards_ofAllRoles_areListedWithAReason() throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(WildcardsTest.class.getResourceAsStream("/wildcards.json"))) {
            for (JsonNode entry : JSON.readTree(file)) {
                String wildcard = "%s %s: %s"
                        .formatted(
                                entry.get("stack").asText(),
                                entry.get("role").asText(),
                                entry.get("wildcard").asText());
                assertThat(reasons).doesNotContainKey(wildcard);
                reasons.put(wildcard, entry.get("reason").asText());
            }
        }
        Set<String> found = new TreeSet<>();
        Deployments.of("prod").templates().forEach((stack, template) -> collect(stack, template, found));
        Deployments.traced().templates().forEach((stack, template) -> collect(stack, template, found));

        assertThat(found).containsExactlyElementsOf(reasons.keySet());
        assertThat(reasons.values()).allMatch(reason -> reason.length() > 15);
    }

    /** All that roles may do is in policies of their own, which the other test reads: none is inside a role. */
    @Test
    void roles_always_haveTheirRightsInPolicies() {
        Deployments.of("prod").templates().values().stream()
                .flatMap(template -> template.findResources("AWS::IAM::Role").values().stream())
                .forEach(
                        role -> assertThat(json(role).at("/Properties/Policies").isMissingNode())
                                .isTrue());
    }

    private static void collect(String stack, Template template, Set<String> found) {
        template.findResources("AWS::IAM::Policy").forEach((name, policy) -> {
            String role =
                    withoutHashes(name).replaceAll("(FunctionServiceRole|TaskRole|ServiceRole|Role)DefaultPolicy$", "");
            for (JsonNode statement : json(policy).at("/Properties/PolicyDocument/Statement")) {
                wildcards(statement).forEach(wildcard -> found.add("%s %s: %s".formatted(stack, role, wildcard)));
            }
        });
    }

    private static Set<String> wildcards(JsonNode statement) {
        List<String> actions = texts(statement.get("Action"));
        Set<String> wildcards =
                actions.stream().filter(action -> action.contains("*")).collect(Collectors.toCollection(TreeSet::new));
        texts(statement.get(RESOURCE)).stream()
                .filter(resource -> resource.contains("*"))
                .map(WildcardsTest::withoutHashes)
                .map(resource -> resource.equals("*")
                        ? "* for " + actions.stream().sorted().collect(Collectors.joining(" "))
                        : resource)
                .forEach(wildcards::add);
        return wildcards;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(WildcardsTest::text)
                        .toList()
                : List.of(text(oneOrMore));
    }

    /** Of what CloudFormation computes, in angle brackets. */
    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("Fn::Join")) {
            return String.join("", texts(value.get("Fn::Join").get(1)));
        }
        if (value.has("Fn::ImportValue")) {
            return "<%s>"
                    .formatted(value.get("Fn::ImportValue").asText().replaceAll(".*ExportsOutput(FnGetAtt|Ref)", ""));
        }
        return value.has("Fn::GetAtt")
                ? "<%sArn>".formatted(value.get("Fn::GetAtt").get(0).asText())
                : "<%s>"
                        .formatted(
                                value.path("Ref").asText(value.path("Fn::Sub").asText()));
    }

    private static String withoutHashes(String name) {
        return name.replaceAll("[0-9A-F]{8}", "");
    }

    private static JsonNode json(Object resource) {
        return JSON.valueToTree(resource);
    }
}
