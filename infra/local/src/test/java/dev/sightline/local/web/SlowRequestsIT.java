package dev.sightline.local.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's server in a process of its own, as {@code up} starts it: its limits are settings of the JVM. */
class SlowRequestsIT {

    private static final int CLIENTS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PRICES =
            Path.of("../../gpu-worker/lab/src/main/resources/dev/sightline/lab/scale/prices.json");

    @TempDir
    private Path folder;

    private int port;
    private Process server;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Files.copy(Path.of("../web", SecurityHeaders.FILE), folder.resolve(SecurityHeaders.FILE));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>page</title>");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxReqTime=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WebServer.class.getName(),
                        Integer.toString(port),
                        folder.toString(),
                        "http://127.0.0.1:1/",
                        "http://127.0.0.1:1",
                        folder.resolve("key").toString(),
                        folder.resolve("report.json").toString(),
                        folder.resolve("logs").toString(),
                        PRICES.toString()))
                .inheritIO()
                .start();
        while (!answers()) {
            assertThat(server.isAlive()).isTrue();
            Thread.sleep(50);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** Many at once hold nobody up, and each is let go. */
    @Test
    void bodiesThatNeverEnd_areLetGoWhileOthersAreAnswered() throws IOException {
        Socket[] slow = new Socket[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            slow[i] = beginRequest();
        }

        assertThat(answers()).isTrue();
        for (Socket client : slow) {
            try (client) {
                client.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
                assertThatCode(() -> readToTheEnd(client)).doesNotThrowAnyException();
            }
        }
    }

    private Socket beginRequest() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = client.getOutputStream();
        out.write(
                "POST /v1/lens HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\nx"
                        .formatted(port)
                        .getBytes(US_ASCII));
        out.flush();
        return client;
    }

    /** A reset is an end too; a time-out is not. */
    private static void readToTheEnd(Socket client) throws IOException {
        try {
            client.getInputStream().readAllBytes();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("expected the connection to end within " + PATIENCE, e);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }

    private boolean answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
