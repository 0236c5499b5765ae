package dev.sightline.local.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

    private static final String STORAGE = "http://127.0.0.1:4999";

    /** More than any test that is not about it needs. */
    private static final BodyIntake INTAKE = new BodyIntake(4_000_000, Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    private Path page;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final List<List<String>> keys = new CopyOnWriteArrayList<>();
    private HttpServer api;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        page = Files.createDirectory(folder.resolve("page"));
        Files.copy(Path.of("../web", SecurityHeaders.FILE), page.resolve(SecurityHeaders.FILE));
        Files.writeString(page.resolve("index.html"), "<!doctype html><title>page</title>");
        Files.writeString(page.resolve("app.js"), "export {};");
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", this::echo);
        api.start();
        URI base = URI.create(
                "http://127.0.0.1:%d/stage/".formatted(api.getAddress().getPort()));
        SecurityHeaders headers = SecurityHeaders.read(page.resolve(SecurityHeaders.FILE), STORAGE);
        server = WebServer.start(
                0,
                new WebServer.Parts(
                        new PageFiles(page, folder.resolve("report.json")),
                        new ApiPassage(base, new KeyFile(folder.resolve("key")), INTAKE),
                        new TraceMemory(),
                        new MetricsFile(
                                new MetricLogs(folder), new Prices(MissingNode.getInstance()), Clock.systemUTC())),
                headers);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        api.stop(0);
        client.close();
    }

    @Test
    void evaluation_isThereOnceItWasMade() throws Exception {
        assertThat(get("/evaluation.json").statusCode()).isEqualTo(404);
        Files.writeString(folder.resolve("report.json"), "{}");

        HttpResponse<String> report = get("/evaluation.json");

        assertThat(report.body()).isEqualTo("{}");
        assertThat(report.headers().firstValue("Content-Type")).contains("application/json");
    }

    /** Gives the body back, and says what it got. */
    private void echo(HttpExchange exchange) throws IOException {
        passed.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        keys.add(exchange.getRequestHeaders().getOrDefault("X-Api-Key", List.of()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "image/jpeg");
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match"))
                .ifPresent(tag -> headers.set("ETag", tag));
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Answer"))
                .ifPresent(to -> headers.set("Location", to));
        int status = exchange.getRequestHeaders().containsKey("X-Answer") ? 302 : 200;
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void page_always_isServedWithTypeAndSecurityHeaders() throws Exception {
        HttpResponse<String> response = get("/app.js");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("export {};");
        assertThat(header(response, "Content-Type")).startsWith("text/javascript");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'none'", "connect-src 'self' " + STORAGE)
                .doesNotContain("unsafe", "{storage}");
    }

    @Test
    void page_unchanged_isNotSentAgain() throws Exception {
        String tag = header(get("/"), "ETag");

        HttpResponse<String> second =
                send(request("/").header("If-None-Match", tag).GET());
        Files.writeString(page.resolve("index.html"), "changed");
        HttpResponse<String> third =
                send(request("/").header("If-None-Match", tag).GET());

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(third.body()).isEqualTo("changed");
    }

    @Test
    void place_insideThePage_getsThePage() throws Exception {
        HttpResponse<String> response = get("/image/0123abcd");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing.js", "/headers.properties", "/../secret.js", "/%2e%2e/secret.js", "/..%2fsecret.js"})
    void file_thatIsNotOfThePage_isNotFound(String path) throws Exception {
        Files.writeString(folder.resolve("secret.js"), "secret;");

        assertThat(raw("GET " + path + " HTTP/1.1", "127.0.0.1:" + port()))
                .doesNotContain("secret;")
                .contains("404");
    }

    @Test
    void api_withABinaryBody_isPassedOnByteByByte() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        HttpResponse<byte[]> response = client.send(
                request("/v1/lens?limit=3")
                        .header("Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(bytes);
        assertThat(passed).containsExactly("POST /stage/v1/lens?limit=3");
    }

    /** Byte after byte, so that no single read is late. */
    @Test
    void api_withABodyThatComesTooSlowly_isRefusedByNameAndPassedOnNever() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("POST /v1/boards HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 100000\r\n\r\n"
                    .formatted(port())
                    .getBytes(UTF_8));
            Thread drip = Thread.startVirtualThread(() -> drip(out));

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            drip.interrupt();

            assertThat(answer).contains("HTTP/1.1 408", "\"code\":\"too-slow\"", "application/problem+json");
        }
        assertThat(passed).isEmpty();
    }

    private static void drip(OutputStream out) {
        try {
            while (true) {
                out.write('x');
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // The server, or the test, has enough of it.
        }
    }

    @Test
    void api_withABodyThatIsTooLarge_isRefusedByNameAndPassedOnNever() throws Exception {
        HttpResponse<String> response =
                send(request("/v1/lens").POST(BodyPublishers.ofByteArray(new byte[INTAKE.maxBytes() + 1])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"code\":\"too-many-bytes\"", "at most 4000000 bytes");
        assertThat(passed).isEmpty();
        assertThat(send(request("/v1/lens").POST(BodyPublishers.ofByteArray(new byte[INTAKE.maxBytes()])))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void api_withoutAKey_getsTheOneOfTheFileAsItIsNow() throws Exception {
        get("/v1/boards");
        Files.writeString(folder.resolve("key"), "slk_1\n");
        HttpResponse<String> answer = get("/v1/boards");
        Files.writeString(folder.resolve("key"), "slk_2\n");
        get("/v1/boards");
        send(request("/v1/boards").header("X-Api-Key", "slk_own").GET());

        assertThat(keys).containsExactly(List.of(), List.of("slk_1"), List.of("slk_2"), List.of("slk_own"));
        assertThat(answer.headers().map().toString() + answer.body()).doesNotContain("slk_1");
    }

    @Test
    void api_withConditionsAndRedirects_answersAsItDid() throws Exception {
        HttpResponse<String> response = send(request("/v1/images/1/original")
                .header("If-None-Match", "\"1\"")
                .header("X-Answer", "http://elsewhere.example/a?b=c%2Fd")
                .GET());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(header(response, "Location")).isEqualTo("http://elsewhere.example/a?b=c%2Fd");
        assertThat(header(response, "ETag")).isEqualTo("\"1\"");
        assertThat(passed).containsExactly("GET /stage/v1/images/1/original");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/../admin", "/v1/%2e%2e/admin", "/v1/x%2F..%2Fadmin", "/v1//x/..", "/v1/a%00b", "/v1/a\\b"})
    void api_withAPathThatLeavesIt_isRefused(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1", "127.0.0.1:" + port())).contains("400");
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/images", "/_aws/execute-api/x", "/health", "/V1/images"})
    void api_below_v1Only_isPassedOn(String path) throws Exception {
        get(path);

        assertThat(passed).isEmpty();
    }

    @Test
    void request_underAnotherName_isRefused() throws Exception {
        assertThat(raw("GET /v1/status HTTP/1.1", "evil.example:" + port())).contains("421", "unknown-host");
        assertThat(raw("GET / HTTP/1.1", "localhost:" + port())).contains("200 OK");
        assertThat(passed).isEmpty();
    }

    @Test
    void request_fromAnotherSite_isRefused() throws Exception {
        HttpResponse<String> response = send(
                request("/v1/boards").header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("\"code\":\"other-site\"");
        assertThat(passed).isEmpty();
    }

    @Test
    void api_thatDoesNotAnswer_isA502WithAProblem() throws Exception {
        api.stop(0);

        HttpResponse<String> response = get("/v1/status");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"api-unavailable\"");
    }

    @Test
    void server_always_listensOnLoopbackOnly() {
        assertThat(server.getAddress().getAddress().isLoopbackAddress()).isTrue();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** As it stands, which no client library would send. */
    private String raw(String line, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
                BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.getOutputStream()
                    .write("%s\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(line, host)
                            .getBytes(UTF_8));
            return String.join("\n", reader.lines().toList());
        }
    }
}
