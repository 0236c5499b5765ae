package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.LambdaApi.RawResponse;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.PinRecord;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.IndexedImage;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryThumbnailStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageCollection;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever has a key of one collection tries to get at another one by every operation. The operations are those of the OpenAPI document: one that is
 * added and not tried here fails.
 */
@QuarkusTest
class CrossingApiTest {

    private static final ImageSignature OWN = Fixtures.aSignature(9001);
    private static final String OTHER = Corpus.AT_0.hex();
    private static final SourceVersion OTHER_SOURCE =
            Fixtures.aSourceVersion().withKey("corpus/foreign.jpg").build();
    private static final BoardId OWN_BOARD = new BoardId("brd-" + "1".repeat(32));
    private static final BoardId OTHER_BOARD = new BoardId("brd-" + "2".repeat(32));
    private static final PinId OTHER_PIN = PinId.parse("pin-%s-%s".formatted(OTHER, "3".repeat(32)));

    private final LambdaApi api = new LambdaApi();
    private String otherQuery = "";

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemorySourceRegistry registry;

    @Inject
    InMemoryThumbnailStore thumbnails;

    @Inject
    InMemoryBoardStore boards;

    @Inject
    InMemoryPinStore pins;

    @Inject
    ScriptedAnalyzer analyzer;

    /** What is tried, and what it comes to. */
    private record Attempt(ApiEvent event, int status) {}

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        index.write(List.of(new IndexedImage(
                new FeatureRecord(OWN, Corpus.analysis(1), Fixtures.NOW),
                List.of("collections/spring/own.png", "corpus/same-bytes.png"),
                Fixtures.NOW)));
        thumbnails.save(Corpus.AT_0, new byte[] {1});
        registry.record(
                Source.indexed(OTHER_SOURCE, Corpus.AT_0, Fixtures.aModelSet().id(), Fixtures.NOW));
        boards.create(board(OWN_BOARD, new ImageCollection("spring")));
        boards.create(board(OTHER_BOARD, ImageCollection.DEFAULT));
        pins.create(new PinRecord(OTHER_PIN, OTHER_BOARD, "foreign", "", "", Fixtures.NOW, Fixtures.NOW));
        analyzer.answerWith(Corpus.analysis(0));
        otherQuery = api.send(
                        ApiEvent.recorded("post-image").withPath("/v1/lens").withBody(Corpus.PIXELS_AT_0))
                .body()
                .path("queryId")
                .asText();
    }

    @AfterEach
    void forget() {
        index.delete(Set.of(OWN));
        registry.forget(OTHER_SOURCE.id());
        pins.delete(OTHER_PIN);
        boards.delete(OWN_BOARD);
        boards.delete(OTHER_BOARD);
        analyzer.reset();
    }

    @Test
    void operation_each_keepsToItsCollection() {
        Map<String, List<Attempt>> attempts = attempts();

        assertThat(attempts.keySet()).isEqualTo(operations());
        attempts.forEach((operation, tried) -> tried.forEach(attempt -> {
            RawResponse response = api.sendRaw(attempt.event().withKey(ApiKeys.SPRING.text()));
            String body = new String(response.body(), StandardCharsets.UTF_8);
            assertThat(response.status()).as("%s: %s", operation, body).isEqualTo(attempt.status());
            if (attempt.status() < 300) {
                assertThat(body + response.headers())
                        .as(operation)
                        .doesNotContain(
                                OTHER, OTHER_BOARD.value(), OTHER_SOURCE.id().value(), "corpus/", "foreign");
            }
        }));
    }

    /** Nobody learns that there is something: the answer is the one about what never was. */
    @Test
    void refusal_ofWhatIsThere_isThatOfWhatIsNot() {
        for (String path :
                List.of("/v1/images/%s", "/v1/images/%s/related", "/v1/images/%s/objects", "/v1/images/%s/thumbnail")) {
            String never = Fixtures.aSignature(9002).hex();

            assertThat(refusal(path.formatted(OTHER)).replace(OTHER, "ID"))
                    .isEqualTo(refusal(path.formatted(never)).replace(never, "ID"));
        }
    }

    @Test
    void own_everything_isThere() {
        assertThat(send(get("/v1/images/" + OWN)))
                .contains("collections/spring/own.png")
                .doesNotContain("same-bytes");
        assertThat(send(get("/v1/boards/" + OWN_BOARD))).contains(OWN_BOARD.value());
        assertThat(send(post("/v1/uploads", "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":7}")))
                .contains("\"imageKey\":\"collections/spring/uploads/");
        assertThat(send(ApiEvent.recorded("post-image").withPath("/v1/lens").withBody(Corpus.PIXELS_AT_0)))
                .contains(OWN.hex())
                .doesNotContain(OTHER, "corpus/");
    }

    /** A request may narrow what its key sees, and never widen it. */
    @Test
    void collection_ofTheRequest_onlyNarrows() {
        String own = "{\"queryId\":\"%s\",\"collection\":\"spring\"}".formatted(otherQuery);

        RawResponse all = api.sendRaw(post("/v1/lens", own));
        assertThat(resultsOf(all)).containsExactly(OWN.hex());

        String ownQuery = api.sendRaw(ApiEvent.recorded("post-image")
                        .withPath("/v1/lens")
                        .withBody(Corpus.PIXELS_AT_0)
                        .withKey(ApiKeys.SPRING.text()))
                .json()
                .path("queryId")
                .asText();
        String other = "{\"queryId\":\"%s\",\"collection\":\"default\"}".formatted(ownQuery);
        RawResponse bound = api.sendRaw(post("/v1/lens", other).withKey(ApiKeys.SPRING.text()));
        assertThat(bound.status()).isEqualTo(200);
        assertThat(new String(bound.body(), StandardCharsets.UTF_8)).doesNotContain(OTHER);
    }

    private static List<String> resultsOf(RawResponse response) {
        assertThat(response.status()).isEqualTo(200);
        return response.json().at("/groups/0/results").findValuesAsText("imageId");
    }

    private Map<String, List<Attempt>> attempts() {
        Map<String, List<Attempt>> attempts = new HashMap<>();
        List<String> images = List.of(OTHER, OTHER_SOURCE.id().value());
        for (String part : List.of("", "/objects", "/original", "/pins", "/related", "/thumbnail")) {
            attempts.put(
                    "GET /v1/images/{id}" + part,
                    images.stream()
                            .map(image -> new Attempt(get("/v1/images/%s%s".formatted(image, part)), 404))
                            .toList());
        }
        attempts.put("GET /v1/images", one(get("/v1/images").withQuery("limit", "100"), 200));
        attempts.put("GET /v1/status", one(get("/v1/status"), 403));
        attempts.put("GET /v1/engagement", one(get("/v1/engagement"), 403));
        attempts.put("POST /v1/events", one(post("/v1/events", event()), 202));
        attempts.put(
                "POST /v1/uploads",
                one(
                        post(
                                "/v1/uploads",
                                "{\"fileName\":\"../../corpus/a.png\",\"contentType\":\"image/png\",\"bytes\":7}"),
                        201));
        attempts.put("POST /v1/flashlight", flashlights());
        attempts.put("POST /v1/lens", one(post("/v1/lens", "{\"queryId\":\"%s\"}".formatted(otherQuery)), 404));
        attempts.put("POST /v1/queries", one(post("/v1/queries", "{\"contentType\":\"image/png\",\"bytes\":7}"), 201));
        addBoards(attempts);
        addPins(attempts);
        return attempts;
    }

    private List<Attempt> flashlights() {
        String box = "\"box\":{\"x\":0.1,\"y\":0.1,\"w\":0.5,\"h\":0.5}";
        return List.of(
                new Attempt(post("/v1/flashlight", "{\"objectId\":\"%s-0\"}".formatted(OTHER)), 404),
                new Attempt(post("/v1/flashlight", "{\"imageId\":\"%s\",%s}".formatted(OTHER, box)), 404),
                new Attempt(post("/v1/flashlight", "{\"imageId\":\"%s\",%s}".formatted(OTHER_SOURCE.id(), box)), 404),
                new Attempt(post("/v1/flashlight", "{\"queryId\":\"%s\",%s}".formatted(otherQuery, box)), 404));
    }

    private static void addBoards(Map<String, List<Attempt>> attempts) {
        String board = "/v1/boards/" + OTHER_BOARD;
        attempts.put("GET /v1/boards", one(get("/v1/boards").withQuery("limit", "100"), 200));
        attempts.put("POST /v1/boards", one(post("/v1/boards", "{\"name\":\"Own\"}"), 201));
        attempts.put("GET /v1/boards/{id}", one(get(board), 404));
        attempts.put("GET /v1/boards/{id}/pins", one(get(board + "/pins"), 404));
        attempts.put(
                "PUT /v1/boards/{id}", one(post(board, "{\"name\":\"Mine\"}").withMethod("PUT"), 404));
        attempts.put("DELETE /v1/boards/{id}", one(get(board).withMethod("DELETE"), 404));
    }

    private static void addPins(Map<String, List<Attempt>> attempts) {
        String pin = "/v1/pins/" + OTHER_PIN;
        String json = "{\"imageId\":\"%s\",\"boardId\":\"%s\"}";
        attempts.put(
                "POST /v1/pins",
                List.of(
                        new Attempt(post("/v1/pins", json.formatted(OTHER, OWN_BOARD)), 404),
                        new Attempt(post("/v1/pins", json.formatted(OWN, OTHER_BOARD)), 404)));
        attempts.put("GET /v1/pins/{id}", one(get(pin), 404));
        attempts.put(
                "PUT /v1/pins/{id}",
                one(post(pin, "{\"boardId\":\"%s\"}".formatted(OWN_BOARD)).withMethod("PUT"), 404));
        attempts.put("DELETE /v1/pins/{id}", one(get(pin).withMethod("DELETE"), 404));
    }

    private static String event() {
        return """
                {"events":[{"eventId":"x-1","kind":"click","requestId":"r","query":"%s","imageId":"%s","rank":1,\
                "platform":"web","user":"u","occurredAt":"%s"}]}""".formatted(OWN, OWN, Fixtures.NOW);
    }

    private Set<String> operations() {
        Set<String> operations = new HashSet<>();
        api.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                operations.add("%s %s".formatted(method.toUpperCase(Locale.ROOT), path.getKey()))));
        return operations;
    }

    private String send(ApiEvent event) {
        RawResponse response = api.sendRaw(event.withKey(ApiKeys.SPRING.text()));
        assertThat(response.status()).isBetween(200, 299);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private String refusal(String path) {
        RawResponse response = api.sendRaw(get(path).withKey(ApiKeys.SPRING.text()));
        assertThat(response.status()).isEqualTo(404);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static List<Attempt> one(ApiEvent event, int status) {
        return List.of(new Attempt(event, status));
    }

    private static BoardRecord board(BoardId id, ImageCollection collection) {
        return new BoardRecord(id, "Board", "", Fixtures.NOW, Fixtures.NOW, collection);
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private static ApiEvent post(String path, String json) {
        return ApiEvent.recorded("post-json").withPath(path).withBody(json);
    }
}
