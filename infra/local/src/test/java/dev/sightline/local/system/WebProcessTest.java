package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's server as {@code up} and {@code down} start and stop it, with npm packages that are there already. */
class WebProcessTest {

    private static final Map<String, String> OUTPUTS = Map.of(OutputNames.API_ID, "abc", OutputNames.API_STAGE, "api");

    @TempDir
    private Path folder;

    private final int port = PortOwner.anyFree();
    private final Console console = new Console(nowhere(), nowhere(), false);
    private ProcessTable processes;
    private ProcessPartStarter starter;
    private Places places;

    @BeforeEach
    void prepare() throws IOException {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        places = new Places(root, folder.resolve("state"), folder.resolve("cache"), java, Path.of("/py"));
        processes = new ProcessTable(places.state().resolve("run"));
        Ports ports = new Ports(PortOwner.anyFree(), PortOwner.anyFree(), PortOwner.anyFree(), port);
        starter = new ProcessPartStarter(places, ports, ModelChoice.DEFAULT, processes, console);
        installPackages(root);
    }

    private void installPackages(Path root) throws IOException {
        String lock =
                FileHash.sha256(root.resolve("infra/web/package-lock.json")).substring(0, 12);
        Path packages = places.cache().resolve("tools").resolve("web-" + lock);
        Path cropper = Files.createDirectories(packages.resolve("node_modules/cropperjs/dist"));
        Files.writeString(cropper.resolve("cropper.esm.min.js"), "export {};");
        Files.createFile(packages.resolve(".complete"));
    }

    @AfterEach
    void stopAll() {
        processes.names().forEach(processes::stop);
    }

    @Test
    void startWeb_always_servesThePageUntilItIsStopped() {
        starter.startWeb(OUTPUTS);

        assertThat(new Readiness().answers(starter.web().endpoint())).isTrue();
        assertThat(new Readiness().answers(starter.web().endpoint().resolve("/lib/cropper.js")))
                .isTrue();
        assertThat(processes.find(WebProcess.NAME)).isPresent();

        assertThat(processes.stop(WebProcess.NAME)).isTrue();
        assertThat(PortOwner.isFree(port)).isTrue();
    }

    /** By the libraries that were copied for it, of which a missing one shows here only. */
    @Test
    void startWeb_always_takesSpansAndShowsThemAndNumbers() throws Exception {
        starter.startWeb(OUTPUTS);
        HttpRequest spans = HttpRequest.newBuilder(starter.web().collector().resolve("/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(
                        ExportTraceServiceRequest.getDefaultInstance().toByteArray()))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(spans, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        assertThat(new Readiness().answers(starter.web().collector().resolve("/traces.json?trace=" + "a".repeat(32))))
                .isTrue();
        assertThat(new Readiness().answers(starter.web().collector().resolve("/metrics.json")))
                .isTrue();
    }

    @Test
    void startWeb_onATakenPort_namesTheOwnerAndTheOption() {
        starter.startWeb(OUTPUTS);

        assertThatThrownBy(() -> starter.startWeb(OUTPUTS))
                .isInstanceOf(LauncherException.class)
                .hasMessageContainingAll("port " + port, "--web-port");
    }

    @Test
    void assemblePage_whileTheServerRuns_changesWhatItServes() throws IOException {
        starter.startWeb(OUTPUTS);
        Path script = places.program(WebProcess.NAME).resolve("page/app.js");
        Files.delete(script);
        assertThat(new Readiness().answers(starter.web().endpoint().resolve("/app.js")))
                .isFalse();

        starter.web().assemblePage();

        assertThat(new Readiness().answers(starter.web().endpoint().resolve("/app.js")))
                .isTrue();
    }

    @Test
    void spec_always_namesTheDeployedApiAsTheOnlyUpstream() {
        ProcessSpec spec = starter.web().spec(starter.aws(), OUTPUTS);

        String aws = starter.aws().endpoint().toString();
        assertThat(spec.command())
                .endsWith(
                        aws + "/_aws/execute-api/abc/api/",
                        aws,
                        LocalKey.file(places.state()).toString(),
                        places.state().resolve("evaluation/report.json").toString(),
                        places.state().resolve("logs").toString(),
                        places.root()
                                .resolve("gpu-worker/lab/src/main/resources/dev/sightline/lab/scale/prices.json")
                                .toString());
        assertThat(starter.web().origins()).isEqualTo("http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(port));
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream());
    }
}
