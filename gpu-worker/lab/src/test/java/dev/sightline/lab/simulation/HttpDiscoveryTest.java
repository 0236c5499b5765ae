package dev.sightline.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sightline.events.EngagementKind;
import dev.sightline.lab.simulation.Discovery.Page;
import dev.sightline.lab.simulation.Discovery.Reported;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDiscoveryTest {

    private static final ImageSignature QUERY = ImageSignature.of(new byte[] {1});
    private static final ImageSignature RESULT = ImageSignature.of(new byte[] {2});

    private record Told(int status, String body) {}

    private final List<String> asked = new ArrayList<>();
    private final Deque<Told> answers = new ArrayDeque<>();
    private HttpServer server;
    private HttpDiscovery discovery;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        discovery = new HttpDiscovery(
                URI.create("http://127.0.0.1:%d/base/"
                        .formatted(server.getAddress().getPort())),
                null);
    }

    @AfterEach
    void stop() {
        discovery.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
        Told told = answers.remove();
        byte[] bytes = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void related_whileLateOrUnavailable_asksAgain() {
        String whole = "{\"requestId\":\"r\",\"variant\":\"v\",\"groups\":[{\"results\":[{\"imageId\":\"%s\"}]}]}"
                .formatted(RESULT);
        answers.add(new Told(503, "{}"));
        answers.add(new Told(200, "{\"partial\":true}"));
        answers.add(new Told(200, whole));

        Page page = discovery.related(QUERY, "user-1", 3);

        assertThat(page).isEqualTo(new Page("r", "v", List.of(RESULT)));
        assertThat(asked)
                .hasSize(3)
                .containsOnly("GET /base/v1/images/%s/related?limit=3&user=user-1 ".formatted(QUERY));
    }

    @Test
    void related_ofAnUnknownImage_isRefusedWithWhatTheApiSaid() {
        answers.add(new Told(404, "{\"code\":\"not-found\"}"));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> discovery.related(QUERY, "user-1", 3))
                .withMessageContaining("got status 404: {\"code\":\"not-found\"}");
    }

    @Test
    void report_moreThanABatch_sendsAllInBatches() {
        answers.add(new Told(202, "{\"accepted\":500,\"rejected\":[]}"));
        answers.add(new Told(202, "{\"accepted\":1,\"rejected\":[]}"));

        int accepted = discovery.report(java.util.Collections.nCopies(501, event()));

        assertThat(accepted).isEqualTo(501);
        assertThat(asked.getLast())
                .isEqualTo(
                        "POST /base/v1/events {\"events\":[{\"eventId\":\"e\",\"kind\":\"long-click\",\"requestId\":\"r\","
                                + "\"query\":\"%s\",\"imageId\":\"%s\",\"rank\":2,\"platform\":\"simulator\",\"user\":\"user-1\",\"occurredAt\":\"2026-01-01T00:00:00Z\"}]}"
                                        .formatted(QUERY, RESULT));
    }

    @Test
    void report_eventsThatAreRejected_isRefused() {
        answers.add(new Told(202, "{\"accepted\":0,\"rejected\":[{\"index\":0,\"reason\":\"too old\"}]}"));

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> discovery.report(List.of(event())))
                .withMessageContaining("too old");
    }

    @Test
    void save_boardsOfWhichSomeAreThere_makesTheOthers() {
        answers.add(new Told(200, "{\"boards\":[{\"name\":\"a\"}],\"next\":\"c1\"}"));
        answers.add(new Told(200, "{\"boards\":[]}"));
        answers.add(new Told(201, "{\"id\":\"board-1\"}"));
        answers.add(new Told(201, "{}"));

        List<Integer> there = new ArrayList<>();
        int made = SimulatedBoard.save(
                List.of(
                        new SimulatedBoard("a", "cats", List.of(QUERY)),
                        new SimulatedBoard("b", "dogs", List.of(RESULT))),
                discovery,
                there::add);

        assertThat(made).isEqualTo(1);
        assertThat(there).containsExactly(2);
        assertThat(asked)
                .containsExactly(
                        "GET /base/v1/boards?limit=100 ",
                        "GET /base/v1/boards?limit=100&cursor=c1 ",
                        "POST /base/v1/boards {\"name\":\"b\",\"description\":\"Made by a simulation.\"}",
                        "POST /base/v1/pins {\"imageId\":\"%s\",\"boardId\":\"board-1\",\"title\":\"dogs\"}"
                                .formatted(RESULT));
    }

    private static Reported event() {
        return new Reported(
                "e", EngagementKind.LONG_CLICK, "r", QUERY, RESULT, 2, "user-1", Instant.parse("2026-01-01T00:00:00Z"));
    }
}
