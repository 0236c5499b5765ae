package dev.sightline.local.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sightline.events.SourceId;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

    private final List<String> requests = new ArrayList<>();
    private HttpServer server = started();
    private int status = 200;
    private String body = Answers.RELATED;
    private ApiClient api = new ApiClient(URI.create("http://unused/"));

    @BeforeEach
    void connect() {
        api = new ApiClient(URI.create(
                "http://127.0.0.1:%d/base/".formatted(server.getAddress().getPort())));
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void related_withKey_asksForItsSourceAndReadsResults() {
        String id = ImageIds.of("corpus/birds/owl.png");
        QueryAnswer answer = QueryAnswer.of(api.related(id, 3));

        assertThat(id).isEqualTo(SourceId.ofKey("corpus/birds/owl.png").value());
        assertThat(requests).containsExactly("GET /base/v1/images/%s/related?limit=3 null ".formatted(id));
        assertThat(answer.query().kind()).isEqualTo("related");
        assertThat(answer.groups().getFirst().results())
                .extracting(QueryAnswer.Result::name)
                .containsExactly("corpus/birds/owl-2.png", "corpus/mammals/cat.png");
        assertThat(answer.groups().getFirst().results().getFirst().why().hammingFraction())
                .isEqualTo(0.1);
    }

    @Test
    void flashlight_withBox_sendsAllFourSides() throws IOException {
        api.flashlight("src-1", new NormalizedBox(0.1, 0.2, 0.3, 0.4), 5);

        assertThat(requests).hasSize(1);
        String request = requests.getFirst();
        assertThat(request).startsWith("POST /base/v1/flashlight application/json ");
        assertThat(new ObjectMapper().readTree(request.substring(request.indexOf('{'))))
                .isEqualTo(new ObjectMapper().readTree("""
                                {"imageId": "src-1", "limit": 5, "box": {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4}}
                                """));
    }

    @Test
    void flashlight_withObject_sendsNoImage() {
        api.flashlight("abc-0", 10);

        assertThat(requests)
                .containsExactly("POST /base/v1/flashlight application/json {\"objectId\":\"abc-0\",\"limit\":10}");
    }

    @Test
    void flashlight_narrowedCropOfAQuery_sendsAllThatWasGiven() throws IOException {
        api.flashlight(new FlashlightRequest(
                new FlashlightRequest.OfQuery("q-1", new NormalizedBox(0.1, 0.2, 0.3, 0.4)),
                List.of("hare", "grass"),
                "rabbit",
                5));

        String request = requests.getFirst();
        assertThat(new ObjectMapper().readTree(request.substring(request.indexOf('{'))))
                .isEqualTo(new ObjectMapper().readTree("""
                                {"queryId": "q-1", "box": {"x": 0.1, "y": 0.2, "w": 0.3, "h": 0.4},
                                 "tags": ["hare", "grass"], "category": "rabbit", "limit": 5}
                                """));
    }

    @Test
    void flashlight_objectOfAQuery_namesBoth() {
        api.flashlight(new FlashlightRequest(new FlashlightRequest.OfQueryObject("q-1", "abc-0"), 10));

        assertThat(requests)
                .containsExactly(
                        "POST /base/v1/flashlight application/json {\"queryId\":\"q-1\",\"objectId\":\"abc-0\",\"limit\":10}");
    }

    @Test
    void objects_dotsOrAll_asksForThem() {
        api.objects("abc");
        api.allObjects("abc");

        assertThat(requests)
                .containsExactly(
                        "GET /base/v1/images/abc/objects null ", "GET /base/v1/images/abc/objects?hidden=true null ");
    }

    @Test
    void lens_withQueryId_sendsNoPixels() {
        api.lens("qry-12", List.of(), null, 4);
        api.lens("qry-12", List.of("hare", "grass"), "rabbit", 4);

        assertThat(requests)
                .containsExactly(
                        "POST /base/v1/lens application/json {\"queryId\":\"qry-12\",\"limit\":4}",
                        "POST /base/v1/lens application/json "
                                + "{\"queryId\":\"qry-12\",\"limit\":4,\"tags\":[\"hare\",\"grass\"],\"category\":\"rabbit\"}");
    }

    @Test
    void lens_withPhoto_sendsItsBytesAndType() {
        api.lens("pixels".getBytes(StandardCharsets.UTF_8), "image/png", 4);

        assertThat(requests).containsExactly("POST /base/v1/lens?limit=4 image/png pixels");
    }

    @Test
    void send_withProblem_saysWhatTheApiSaid() {
        status = 404;
        body = """
                {"title": "Not found", "status": 404, "detail": "no image abc", "code": "not-found", "requestId": "r-1"}
                """;

        assertThatThrownBy(() -> api.objects("abc"))
                .isInstanceOf(LauncherException.class)
                .hasMessage("Not found: no image abc (code not-found, status 404, request r-1)");
    }

    @Test
    void send_withForeignError_showsStatusAndBody() {
        status = 502;
        body = "Bad gateway";

        assertThatThrownBy(() -> api.objects("abc"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("status 502")
                .hasMessageContaining("Bad gateway");
    }

    @Test
    void send_withoutJson_fails() {
        body = "<html>";

        assertThatThrownBy(() -> api.objects("abc"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("did not answer with JSON");
    }

    @Test
    void send_withNobodyThere_namesTheUrl() {
        server.stop(0);

        assertThatThrownBy(() -> api.objects("abc"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("/base/v1/images/abc/objects");
    }

    @Test
    void imageIds_withSignature_keepsIt() {
        String signature = "0123456789abcdef".repeat(4);

        assertThat(ImageIds.of(signature)).isEqualTo(signature);
        assertThat(ImageIds.of("src-" + signature)).isEqualTo("src-" + signature);
    }

    private HttpServer started() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::answer);
            http.start();
            return http;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add("%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
