package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class DeploymentSettingsTest {

    private static final Map<String, String> EVERY_VALUE =
            """
        root=/project
        platform=localstack
        size=large
        functions=native
        openSearchUrl=https://search.example
        openSearchArn=arn:aws:es:eu-west-1:123456789012:domain/sightline
        openSearchAuth=iam
        knnMode=exact
        indexShards=3
        analyzerUrl=http://worker.example
        embedder=a
        detector=b
        queryDetector=c
        nextEmbedder=d
        nextDetector=e
        nextQueryDetector=f
        gpuMachines=g6e.xlarge
        searchOperators=arn:aws:iam::123456789012:role/operator
        maxImageBytes=1000
        engagementDays=8
        alarmEmail=on-call@sightline.example
        revision=0123456789ab
        vpcId=vpc-1
        vpcSubnetIds=subnet-1,subnet-2
        vpcZones=eu-west-1a,eu-west-1b
        apiRate=7
        apiBurst=9
        apiRatePerAddress=11
        apiOrigins=https://page.example
        page=/page
        pageOrigins=http://localhost:1
        pageKeySecret=secret
        pageDomain=sightline.example
        pageCertificateArn=arn
        tracesEndpoint=http://127.0.0.1:8091
        """.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    @Test
    void settings_withNothing_areAwsWithEverythingOfItsOwn() {
        DeploymentSettings settings = of(Map.of());

        assertThat(settings)
                .isEqualTo(new DeploymentSettings(
                        "default",
                        Path.of("").toAbsolutePath(),
                        Platform.AWS,
                        DeploymentSize.SMALL,
                        FunctionKind.JVM,
                        null,
                        "hnsw",
                        1,
                        null,
                        Map.of(),
                        List.of("g6.xlarge", "g5.xlarge", "g4dn.xlarge"),
                        List.of(),
                        64L << 20,
                        400,
                        null,
                        "unknown",
                        new NetworkSettings(null, List.of(), List.of()),
                        new AccessSettings(100, 200, 3000, List.of(), List.of()),
                        new PageSettings(null, List.of(), null, null, null),
                        new TracingSettings(null, null, null)));
    }

    @Test
    void settings_withEveryValue_haveThem() {
        assertThat(of(EVERY_VALUE))
                .isEqualTo(new DeploymentSettings(
                        "default",
                        Path.of("/project"),
                        Platform.LOCALSTACK,
                        DeploymentSize.LARGE,
                        FunctionKind.NATIVE,
                        new SearchEndpoint("https://search.example", SynthesizedStacks.DOMAIN, "iam"),
                        "exact",
                        3,
                        "http://worker.example",
                        Map.of(
                                EnvironmentNames.EMBEDDER, "a",
                                EnvironmentNames.DETECTOR, "b",
                                EnvironmentNames.QUERY_DETECTOR, "c",
                                EnvironmentNames.NEXT_EMBEDDER, "d",
                                EnvironmentNames.NEXT_DETECTOR, "e",
                                EnvironmentNames.NEXT_QUERY_DETECTOR, "f"),
                        List.of("g6e.xlarge"),
                        List.of("arn:aws:iam::123456789012:role/operator"),
                        1000,
                        8,
                        "on-call@sightline.example",
                        "0123456789ab",
                        new NetworkSettings(
                                "vpc-1", List.of("subnet-1", "subnet-2"), List.of("eu-west-1a", "eu-west-1b")),
                        new AccessSettings(7, 9, 11, List.of("https://page.example"), List.of()),
                        new PageSettings(
                                Path.of("/page"), List.of("http://localhost:1"), "secret", "sightline.example", "arn"),
                        new TracingSettings("http://127.0.0.1:8091", null, null)));
    }

    @Test
    void file_ofADeployment_givesWhatTheContextDoesNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "{\"size\":\"large\",\"apiRate\":3,\"engagementDays\":9}");

        DeploymentSettings settings = of(Map.of("deployment", file.toString(), "engagementDays", "10"));

        assertThat(settings.name()).isEqualTo("mine");
        assertThat(settings.size()).isEqualTo(DeploymentSize.LARGE);
        assertThat(settings.access().requestsPerSecond()).isEqualTo(3);
        assertThat(settings.engagementDays()).isEqualTo(10);
    }

    @Test
    void file_withAMisspeltName_isRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, "{\"sise\":\"large\"}");

        assertThatThrownBy(() -> of(Map.of("deployment", file.toString())))
                .hasMessageContainingAll("mine", "sise", "size");
    }

    @Test
    void file_thatIsNotThere_isRefusedWithItsPath() {
        assertThatThrownBy(() -> of(Map.of("deployment", "staging")))
                .hasMessageContaining("infra/cdk/deployments/staging.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod", "local"})
    void examples_always_areValid(String name) {
        Map<String, String> given = name.equals("local")
                ? Map.of("openSearchUrl", "http://127.0.0.1:1", "analyzerUrl", "http://127.0.0.1:2")
                : Map.of();
        Map<String, String> context = new TreeMap<>(given);
        context.put("deployment", name);
        context.put("root", Path.of("../..").toAbsolutePath().normalize().toString());

        assertThat(of(context).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "knnMode, fast, hnsw",
                "indexShards, 0, 'expected indexShards >= 1, got 0'",
                "functions, wasm, 'jvm, native'",
                "size, huge, 'small, medium, large'",
                "engagementDays, 7, 'expected engagementDays >= 8'",
                "maxImageBytes, 0, 'expected maxImageBytes >= 1'",
                "vpcZones, a, vpcId",
                "vpcId, vpc-1, vpcSubnetIds",
                "apiRatePerAddress, 9, 'expected apiRatePerAddress >= 10, got 9'",
                "platform, localstack, openSearchUrl",
                "openSearchUrl, https://x.example, openSearchArn"
            })
    void values_thatCannotBe_areRefused(String key, String value, String message) {
        assertThatThrownBy(() -> of(Map.of(key, value))).hasMessageContaining(message);
    }

    private static DeploymentSettings of(Map<String, String> context) {
        App app = new App(AppProps.builder().context(context).build());
        return DeploymentSettings.fromContext(DeploymentContext.of(app.getNode()));
    }
}
