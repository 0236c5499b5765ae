package dev.sightline.blender.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sightline.blender.Corpus;
import dev.sightline.events.EventJson;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpQueryAnalyzerTest {

    private static final byte[] IMAGE = {1, 2, 3};

    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private int status = 200;
    private String answer = EventJson.write(Corpus.analysis(45));
    private boolean silent;
    private HttpServer worker;

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", this::handle);
        worker.start();
    }

    @AfterEach
    void stopWorker() {
        released.countDown();
        worker.stop(0);
    }

    @Test
    void analyze_answered_isTheWorkersAnalysis() {
        assertThat(analyzer().analyze(IMAGE, null)).isEqualTo(Corpus.analysis(45));
        assertThat(requests).containsExactly("POST /analyze [1, 2, 3]");
    }

    @Test
    void analyzeCrop_answered_namesTheBox() {
        analyzer().analyzeCrop(IMAGE, new NormalizedBox(0, 0.25, 0.5, 0.75), null);

        assertThat(requests).containsExactly("POST /analyze?x=0.0&y=0.25&w=0.5&h=0.75 [1, 2, 3]");
    }

    @Test
    void analyze_withModelSet_namesIt() {
        ModelSetId modelSet = Fixtures.aModelSet().id();

        analyzer().analyze(IMAGE, modelSet);
        analyzer().analyzeCrop(IMAGE, new NormalizedBox(0, 0.25, 0.5, 0.75), modelSet);

        assertThat(requests)
                .containsExactly(
                        "POST /analyze?modelSet=%s [1, 2, 3]".formatted(modelSet),
                        "POST /analyze?x=0.0&y=0.25&w=0.5&h=0.75&modelSet=%s [1, 2, 3]".formatted(modelSet));
    }

    @Test
    void analyze_refusedWithACode_keepsCodeAndDetail() {
        status = 422;
        answer = "{\"code\":\"broken-image\",\"detail\":\"cut at byte 7\",\"status\":422}";

        assertFails(ErrorCode.BROKEN_IMAGE, "cut at byte 7");
    }

    @Test
    void analyze_refusedWithoutAKnownCode_isUnavailable() {
        status = 502;
        answer = "<html>Bad gateway</html>";
        assertFails(ErrorCode.ANALYZER_UNAVAILABLE, "got 502");

        answer = "{\"code\":\"no-such-code\",\"detail\":\"?\"}";
        assertFails(ErrorCode.ANALYZER_UNAVAILABLE, "got 502");
    }

    @Test
    void analyze_answerIsNoAnalysis_isADefect() {
        answer = "{}";

        assertFails(ErrorCode.DEFECT, "not understood");
    }

    @Test
    void analyze_noAnswerInTime_isUnavailable() {
        silent = true;

        assertUnavailable();
    }

    @Test
    void analyze_nobodyListens_isUnavailable() {
        worker.stop(0);

        assertUnavailable();
    }

    /** Clients are not told where the worker is; the log is. */
    private void assertUnavailable() {
        assertThatThrownBy(() -> analyzer().analyze(IMAGE, null))
                .hasMessageContaining("no worker answers")
                .hasMessageNotContaining("127.0.0.1")
                .hasStackTraceContaining("no answer from http://127.0.0.1")
                .extracting("code")
                .isEqualTo(ErrorCode.ANALYZER_UNAVAILABLE);
    }

    private void assertFails(ErrorCode code, String message) {
        assertThatThrownBy(() -> analyzer().analyze(IMAGE, null))
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(code);
    }

    private HttpQueryAnalyzer analyzer() {
        URI url = URI.create("http://127.0.0.1:" + worker.getAddress().getPort() + "/");
        Duration timeout = silent ? Duration.ofMillis(100) : Duration.ofSeconds(10);
        return new HttpQueryAnalyzer(HttpClient.newHttpClient(), url, timeout);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add("%s %s %s"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), java.util.Arrays.toString(body)));
        if (silent) {
            awaitRelease();
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
