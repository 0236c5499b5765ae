package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.EventJson;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Who may ask the deployed API, and how much. */
class ApiAccessTest {

    private static final AccessKey KEY = AccessKey.random(new SecureRandom());
    private static final AccessKeyRecord RECORD =
            AccessKeyRecord.of(KEY, "shop", AccessRole.READ, "spring", Instant.parse("2026-01-02T03:04:05Z"));

    private static Template api;
    private static Template keyed;

    @BeforeAll
    static void synthesize(@TempDir Path open, @TempDir Path withKeys) throws IOException {
        api = Template.fromStack(SynthesizedStacks.below(open).api());
        Path keys = withKeys.resolve("keys.json");
        Files.writeString(keys, "[" + EventJson.write(RECORD) + "]");
        keyed = Template.fromStack(SynthesizedStacks.below(withKeys, Map.of("accessKeys", keys.toString()))
                .api());
    }

    @Test
    void limits_ofTheSettings_holdForTheStageAndInTheUsagePlan() {
        api.hasResourceProperties(
                "AWS::ApiGateway::Stage",
                Match.objectLike(Map.of(
                        "MethodSettings",
                        Match.arrayWith(List.of(
                                Match.objectLike(Map.of("ThrottlingRateLimit", 7, "ThrottlingBurstLimit", 9)))))));
        api.hasResourceProperties(
                "AWS::ApiGateway::UsagePlan",
                Match.objectLike(Map.of(
                        "Throttle",
                        Map.of("RateLimit", 7, "BurstLimit", 9),
                        "ApiStages",
                        Match.arrayWith(List.of(Match.objectLike(Map.of("Stage", Match.anyValue())))))));
    }

    @Test
    void preflight_withOrigins_isAnsweredForThoseOnly() {
        Map<String, Map<String, Object>> methods =
                api.findResources("AWS::ApiGateway::Method", Map.of("Properties", Map.of("HttpMethod", "OPTIONS")));

        assertThat(methods).isNotEmpty();
        for (Map<String, Object> method : methods.values()) {
            String text = method.toString();
            assertThat(text)
                    .contains("\'https://page.example\'", "https://other.example:8443", "X-Api-Key")
                    .contains("Access-Control-Allow-Origin", "Vary")
                    .contains("ContentHandling=CONVERT_TO_TEXT")
                    .doesNotContain("\'*\'");
        }
        api.hasResourceProperties(
                "AWS::Lambda::Function",
                Match.objectLike(Map.of(
                        "Environment",
                        Map.of(
                                "Variables",
                                Match.objectLike(Map.of(
                                        EnvironmentNames.ALLOWED_ORIGINS,
                                        "https://page.example,https://other.example:8443"))))));
    }

    @Test
    void preflight_withoutOrigins_isAnsweredForNobody() {
        assertThat(keyed.findResources(
                        "AWS::ApiGateway::Method", Map.of("Properties", Map.of("HttpMethod", "OPTIONS"))))
                .isEmpty();
    }

    @Test
    void keys_ofTheSettings_arePutBesideOthersWithoutASecret() {
        keyed.hasResourceProperties(
                "Custom::CDKBucketDeployment",
                Match.objectLike(Map.of("DestinationBucketKeyPrefix", "keys/", "Prune", false)));
        assertThat(keyed.toJSON().toString()).doesNotContain(KEY.text(), KEY.secretHash());
        assertThat(api.findResources("Custom::CDKBucketDeployment")).isEmpty();
    }

    @Test
    void blender_onTheCatalogue_mayReadKeysAndNotWriteThem() {
        List<String> onKeys = Statements.of(api).stream()
                .filter(statement -> Objects.requireNonNull(statement.get("Resource"))
                        .toString()
                        .contains("/keys/"))
                .map(statement -> String.valueOf(statement.get("Action")))
                .toList();
        List<String> writing = Statements.of(api).stream()
                .filter(statement -> String.valueOf(statement.get("Action")).contains("s3:PutObject"))
                .map(statement -> String.valueOf(statement.get("Resource")))
                .filter(resource -> resource.contains("Catalogue"))
                .toList();

        assertThat(onKeys).containsExactly("s3:GetObject");
        assertThat(writing)
                .hasSize(2)
                .allMatch(resource -> resource.contains("/pins/") || resource.contains("/boards/"));
    }

    @Test
    void read_fileOfTheLauncher_givesItsRecords(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, "[" + EventJson.write(RECORD) + "]");

        assertThat(AccessSettings.read(file)).containsExactly(RECORD);
    }

    @Test
    void read_fileWithAKeyInIt_isRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, "[{\"id\":\"%s\",\"key\":\"%s\"}]".formatted(KEY.id(), KEY.text()));

        assertThatThrownBy(() -> AccessSettings.read(file)).hasMessageContaining("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example", "page.example", "https://page.example/"})
    void origins_thatAreNone_areRefused(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessSettings(1, 1, 10, List.of(origin), List.of()))
                .withMessageContaining(origin);
    }

    @Test
    void settings_withoutALimitOrWithAKeyTwice_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessSettings(0, 1, 10, List.of(), List.of()))
                .withMessageContaining("apiRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessSettings(1, 1, 10, List.of(), List.of(RECORD, RECORD)))
                .withMessageContaining(RECORD.id());
    }
}
