package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sightline.visual.DenseEmbedding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of an index whose copies are not all refreshed at the same time. */
class DenseColumnTest {

    private static final String NOTHING = "{}";
    private static final String FIRST = """
            {"hits": {"hits": [{"_id": "first", "fields": {"dense": [[1.0, 0.0]]}}]}}""";
    private static final String SECOND = """
            {"hits": {"hits": [{"_id": "second", "fields": {"dense": [[0.0, 1.0]]}}]}}""";
    private static final Map<String, DenseEmbedding> BOTH = Map.of("first", embedding(1, 0), "second", embedding(0, 1));

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    private static DenseEmbedding embedding(float... values) {
        return DenseEmbedding.ofUnit(values);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void read_ofSearchableDocuments_asksOnceAndOfAnyCopy() {
        answers.add(FIRST);

        assertThat(read(Set.of("first"))).containsOnlyKeys("first");
        assertThat(asked).singleElement().asString().startsWith("/i/_search").doesNotContain("preference");
    }

    @Test
    void read_ofADocumentThatIsNotSearchableYet_refreshesTheCopyThatItAsksAgain() {
        answers.addAll(List.of(FIRST, NOTHING, SECOND));

        assertThat(read(Set.of("first", "second"))).isEqualTo(BOTH);
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1))
                .startsWith("/i/_mget")
                .contains("realtime=false", "refresh=true", "preference=refreshed");
        assertThat(asked.get(2)).startsWith("/i/_search").contains("preference=refreshed");
    }

    @Test
    void read_ofADocumentThatIsGone_leavesItOut() {
        answers.addAll(List.of(FIRST, NOTHING, NOTHING));

        assertThat(read(Set.of("first", "second"))).containsOnlyKeys("first");
    }

    @Test
    void read_ofNothing_asksNothing() {
        assertThat(read(Set.of())).isEmpty();
        assertThat(asked).isEmpty();
    }

    private Map<String, DenseEmbedding> read(Set<String> ids) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (OpenSearchConnection connection =
                OpenSearchConnection.open(new OpenSearchSettings(url, OpenSearchAuth.NONE))) {
            return new DenseColumn(connection, "i").read(ids);
        }
    }
}
