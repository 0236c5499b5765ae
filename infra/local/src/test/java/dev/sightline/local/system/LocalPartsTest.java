package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPartsTest {

    @TempDir
    private Path folder;

    @Test
    void places_withoutXdgCacheHome_useTheHomeFolder() {
        Map<String, String> environment =
                Map.of("SIGHTLINE_ROOT", "/r", "HOME", "/home/me", "JAVA_HOME", "/jdk", "SIGHTLINE_PYTHON", "/py");

        Places places = Places.fromEnvironment(environment);

        assertThat(places.cache()).isEqualTo(Path.of("/home/me/.cache/sightline"));
        assertThat(places.state()).isEqualTo(Path.of("/r/.sightline"));
        assertThat(places.java()).isEqualTo(Path.of("/jdk/bin/java"));
    }

    @Test
    void localStack_always_listensOnLoopbackOnlyAndFillsEveryPlaceholder() {
        ProcessSpec spec = new LocalStack(places(), 4999).spec(Path.of("/venv/bin/python"));

        assertThat(spec.environment())
                .containsEntry("GATEWAY_LISTEN", "127.0.0.1:4999")
                .containsEntry("GATEWAY_SERVER", "hypercorn")
                .containsEntry("LAMBDA_RUNTIME_EXECUTOR", "process");
        assertThat(spec.environment().values()).noneMatch(value -> value.contains("{"));
    }

    @Test
    void worker_always_listensOnLoopbackAndKnowsItsQueues() throws Exception {
        Places places = places();
        Files.createDirectories(places.root().resolve("gpu-worker/worker/target/quarkus-app"));
        Map<String, String> outputs = Map.of(
                OutputNames.IMAGES_BUCKET, "images",
                OutputNames.FEATURES_BUCKET, "features",
                OutputNames.ANALYSIS_QUEUE_URL, "http://127.0.0.1/analysis",
                OutputNames.INDEX_QUEUE_URL, "http://127.0.0.1/index");

        ProcessSpec spec = new WorkerProcess(places, 8999, new ModelChoice("vgg16@fc6", "nanodet", "ssd"))
                .spec(new LocalStack(places, 4999), outputs);

        assertThat(spec.command())
                .startsWith(places.root().resolve("infra/local/keep-running").toString(), "/jdk/bin/java");
        assertThat(spec.environment())
                .containsEntry(EnvironmentNames.MEMORY_CEILING, "3221225472")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry(EnvironmentNames.ANALYSIS_QUEUE_URL, "http://127.0.0.1/analysis")
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:4999")
                .containsEntry(EnvironmentNames.EMBEDDER, "vgg16@fc6")
                .containsEntry(EnvironmentNames.DETECTOR, "nanodet")
                .containsEntry(EnvironmentNames.QUERY_DETECTOR, "ssd");
    }

    @Test
    void lab_always_passesArgumentsOnAndSaysWhereThingsLie() {
        Places places = places();

        ProcessBuilder lab = new LabProcess(places).builder("evaluate", List.of("photos", "--seed", "7"));

        assertThat(lab.command()).startsWith("/jdk/bin/java").endsWith("evaluate", "photos", "--seed", "7");
        assertThat(lab.environment())
                .containsEntry(EnvironmentNames.MODELS, places.models().toString())
                .containsEntry("SIGHTLINE_CORPUS", places.corpus().toString())
                .containsEntry("SIGHTLINE_CACHE", places.cache().toString())
                .containsEntry("SIGHTLINE_STATE", places.state().toString());
    }

    @Test
    void runningSystem_writtenAndRead_isTheSame() {
        RunningSystem system = new RunningSystem(
                Ports.DEFAULT,
                new ModelChoice("vgg16@fc6", "nanodet", "ssd"),
                Map.of(OutputNames.API_ID, "abc", OutputNames.API_STAGE, "api"),
                Map.of("ingest", "12"));

        system.write(folder);

        assertThat(RunningSystem.read(folder)).contains(system);
        assertThat(system.api()).hasToString("http://127.0.0.1:4566/_aws/execute-api/abc/api/");
        assertThat(system.page()).hasToString("http://127.0.0.1:8091/");
    }

    @Test
    void runningSystem_ofBeforeTheStacksWereHashed_isReadAsOneWhoseStacksChanged() throws IOException {
        Files.writeString(folder.resolve("system.json"), """
                {"ports": {"aws": 1, "search": 2, "worker": 3, "web": 4}, "outputs": {}, "functions": {"ingest": "12"}}
                """);

        assertThat(RunningSystem.read(folder).orElseThrow().deployed())
                .containsExactly(Map.entry("ingest", "12"))
                .doesNotContainKey(RunningSystem.STACKS);
    }

    @Test
    void stackSources_ofTheSameFiles_haveTheSameHash_andOfOthersAnother() throws IOException {
        Path app = Files.createDirectories(folder.resolve("infra/cdk/target/classes"));
        Path libraries = Files.createDirectories(folder.resolve("infra/cdk/target/lib"));
        Files.createDirectories(folder.resolve("infra/cdk/deployments"));
        Files.writeString(folder.resolve("cdk.json"), "{}");
        Path deployment = Files.writeString(folder.resolve("infra/cdk/deployments/local.json"), "{}");
        Path stack = Files.writeString(app.resolve("ApiStack.class"), "1");
        StackSources sources = new StackSources(folder);
        String hash = sources.hash();

        Files.writeString(libraries.resolve("aws-cdk-lib.jar"), "of others, by their version");
        assertThat(sources.hash()).isEqualTo(hash).hasSize(64);

        Files.writeString(stack, "2");
        String otherClass = sources.hash();
        Files.writeString(stack, "1");
        Files.writeString(deployment, "{\"size\": \"large\"}");
        assertThat(List.of(hash, otherClass, sources.hash())).doesNotHaveDuplicates();
    }

    @Test
    void deployment_ofResourcesThatLocalStackLacks_isRefusedByName() {
        String line = "WARN --- Deployment of resource type AWS::Cognito::UserPool succeeded, but will fail in upcoming"
                + " releases";

        assertThatThrownBy(() -> Deployment.refuseFallbacks("INFO ready\n" + line + "\n" + line))
                .hasMessageEndingWith(": AWS::Cognito::UserPool");
        assertThatCode(() -> Deployment.refuseFallbacks("INFO ready")).doesNotThrowAnyException();
    }

    @Test
    void ports_twoEqual_areRefusedWithAllFour() {
        assertThatThrownBy(() -> new Ports(1, 2, 3, 1)).hasMessageContaining("1, 2, 3 and 1");
    }

    /** Places whose root has the committed environment of LocalStack. */
    private Places places() {
        Path root = folder.resolve("root");
        Folders.replace(Path.of("localstack"), root.resolve("infra/local/localstack"));
        return new Places(
                root, folder.resolve("state"), folder.resolve("cache"), Path.of("/jdk/bin/java"), Path.of("/py"));
    }
}
