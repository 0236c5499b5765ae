package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import dev.sightline.visual.ImageSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails while a query is answered, the answer comes in time and says so: the worker is killed, the objects index is slow, and
 * OpenSearch is stopped or killed.
 */
class QueryFaultsIT {

    private static final Duration INDEXING = Duration.ofMinutes(8);

    /** The budget of 0.8 s, with room for the gateway and a busy machine; far below the 20 s after which connections give up. */
    private static final Duration IN_TIME = Duration.ofSeconds(12);

    private static final int PICTURES = 12;

    private final SystemUnderTest system = new SystemUnderTest();
    private final Places places = Places.fromEnvironment(System.getenv());
    private final LocalSystem local = new LocalSystem(places, new Console(nowhere(), nowhere(), false));
    private final Kills kills = new Kills(places.state());
    private final DrawnPictures pictures = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String prefix = "query-faults-" + UUID.randomUUID() + "/";

    /** What came back, and how long it took. */
    private record Reply(int status, String retryAfter, JsonNode body, Duration took) {}

    @BeforeEach
    void index() {
        for (int i = 0; i < PICTURES; i++) {
            system.put(key(i), pictures.picture(i));
        }
        for (int i = 0; i < PICTURES; i++) {
            String key = key(i);
            system.await(
                    key + " is indexed",
                    INDEXING,
                    () -> system.source(key).path("state").asText().equals("indexed"));
        }
        system.await("a first answer", INDEXING, () -> related().status() == 200);
    }

    @AfterEach
    void giveBack() {
        for (int i = 0; i < PICTURES; i++) {
            system.delete(key(i));
        }
        http.close();
    }

    @Test
    void query_workerKilled_storedImagesAnswerAndPixelsSayWhyNot() {
        system.await("a first answer about pixels", INDEXING, () -> lens(0).status() == 200);

        kills.part(WorkerProcess.NAME);
        Reply pixels = lens(1);
        Reply stored = related();

        assertUnavailable(pixels, "analyzer-unavailable");
        assertThat(pixels.body().path("detail").asText()).contains("what is indexed can still be asked about");
        assertThat(stored.status()).as("%s", stored).isEqualTo(200);
        system.await("the worker is back", INDEXING, () -> lens(0).status() == 200);
    }

    @Test
    void query_objectsIndexSlow_leavesObjectSearchOutAndNamesIt() throws IOException {
        SearchFaults faults = new SearchFaults();
        try (FaultProxy proxy = new FaultProxy(system.running().searchEndpoint());
                SearchAddress address = new SearchAddress(system.running(), List.of(OutputNames.BLENDER_FUNCTION))) {
            address.set(proxy.endpoint());
            system.await(
                    "an answer through the proxy", INDEXING, () -> related().status() == 200);
            int picture = pictureWithObjectSearch();
            proxy.set(faults.slowObjects(Duration.ofSeconds(2)));

            Reply lens = lensWithVisualSearch(picture);

            assertThat(lens.status()).as("%s", lens).isEqualTo(200);
            assertThat(lens.body().path("partial").asBoolean()).as("%s", lens).isTrue();
            assertThat(states(lens, "object-search")).contains("late").doesNotContain("found");
            assertThat(states(lens, "visual-search")).contains("found");
            Reply related = related();
            assertThat(related.status()).as("%s", related).isEqualTo(200);
            assertThat(faults.slowRequests()).isPositive();
        }
    }

    @Test
    void query_nodeStoppedAndKilled_isUnavailableInTimeAndComesBack() throws IOException, InterruptedException {
        ProcessHandle node = new ProcessTable(places.state().resolve("run"))
                .find(SearchNode.NAME)
                .orElseThrow();
        signal("-STOP", node);
        try {
            assertUnavailable(related(), "index-unavailable");
            assertUnavailable(get("v1/images/" + signature(0)), "index-unavailable");
            assertUnavailable(get("v1/images/%s/objects".formatted(signature(0))), "index-unavailable");
        } finally {
            signal("-CONT", node);
        }
        system.await(
                "an answer after the node goes on", INDEXING, () -> related().status() == 200);

        kills.part(SearchNode.NAME);
        assertUnavailable(related(), "index-unavailable");
        assertThat(local.heal()).containsExactly(SearchNode.NAME);
        system.await(
                "an answer after the node is back", INDEXING, () -> related().status() == 200);
    }

    /** On a busy machine Visual Search is late now and then, too. */
    private Reply lensWithVisualSearch(int picture) {
        return system.first(
                "an answer by Visual Search",
                INDEXING,
                () -> lens(picture),
                reply -> states(reply, "visual-search").contains("found"));
    }

    private int pictureWithObjectSearch() {
        for (int i = 0; i < PICTURES; i++) {
            if (states(lens(i), "object-search").contains("found")) {
                return i;
            }
        }
        throw new AssertionError("expected a picture with a relevant object among %d, got none".formatted(PICTURES));
    }

    private static void assertUnavailable(Reply reply, String code) {
        System.out.printf(
                "[query faults] %s after %d ms: %s%n", code, reply.took().toMillis(), reply.body());
        assertThat(reply.status()).as("%s", reply).isEqualTo(503);
        assertThat(reply.body().path("code").asText()).isEqualTo(code);
        assertThat(reply.retryAfter()).matches("[1-9]\\d*");
        assertThat(reply.took()).isLessThan(IN_TIME);
    }

    private static List<String> states(Reply reply, String source) {
        return stream(reply.body().path("groups"))
                .flatMap(group -> stream(group.path("sources")))
                .filter(state -> state.path("source").asText().equals(source))
                .map(state -> state.path("state").asText())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** To the process and all that it started: the node's JVM is among them. */
    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(each.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    private String key(int picture) {
        return prefix + picture + ".png";
    }

    private String signature(int picture) {
        return ImageSignature.of(pictures.picture(picture)).hex();
    }

    private Reply related() {
        return get("v1/images/%s/related".formatted(signature(0)));
    }

    private Reply get(String path) {
        return send(system.request(path));
    }

    private Reply lens(int picture) {
        return send(system.request("v1/lens")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(pictures.picture(picture))));
    }

    private Reply send(HttpRequest.Builder request) {
        Instant start = Instant.now();
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    mapper.readTree(response.body()),
                    Duration.between(start, Instant.now()));
        } catch (IOException e) {
            throw new AssertionError("no JSON from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream());
    }
}
