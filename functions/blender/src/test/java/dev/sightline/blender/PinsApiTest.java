package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.PinRecord;
import dev.sightline.events.SourceId;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryBoardStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryPinStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.BoardId;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of pins and boards, through the function's handler. */
@QuarkusTest
class PinsApiTest {

    private static final String UNKNOWN_BOARD = "brd-00000000000000000000000000000000";

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemoryPinStore pins;

    @Inject
    InMemoryBoardStore boards;

    @Inject
    InMemoryPinIndex view;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        pins.clear();
        boards.clear();
    }

    @Test
    void board_fromCreationToDeletion_isWhatTheClientSays() {
        Response created = post("/v1/boards", "{\"name\":\" Porch \"}");
        String id = created.body().get("id").asText();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body())
                .hasToString(
                        "{\"id\":\"%s\",\"name\":\"Porch\",\"description\":\"\",\"createdAt\":\"%s\",\"changedAt\":\"%s\"}"
                                .formatted(id, Fixtures.NOW, Fixtures.NOW));
        Response read = get("/v1/boards/" + id);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.etag()).isEqualTo(created.etag()).matches("\"[0-9a-f]+\"");

        Response replaced = put("/v1/boards/" + id, "{\"name\":\"Veranda\",\"description\":\"é\"}", read.etag());
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().get("name").asText()).isEqualTo("Veranda");
        assertThat(replaced.etag()).isNotEqualTo(read.etag());

        assertThat(delete("/v1/boards/" + id).status()).isEqualTo(204);
        assertProblem(get("/v1/boards/" + id), 404, "not-found", "no board " + id);
        assertProblem(delete("/v1/boards/" + id), 404, "not-found", "no board " + id);
    }

    @Test
    void pin_fromSaveToDeletion_isWhatTheClientSays() {
        String board = aBoard("Porch");
        Response saved = save(Corpus.AT_0.hex(), board, ",\"title\":\"Chair\",\"link\":\"https://shop.example/1\"");
        String id = saved.body().get("id").asText();

        assertThat(saved.status()).isEqualTo(201);
        assertThat(PinId.parse(id).image()).isEqualTo(Corpus.AT_0);
        assertThat(saved.body()).hasToString("""
            {"id":"%s","imageId":"%s","boardId":"%s","title":"Chair","description":"",\
            "link":"https://shop.example/1","createdAt":"%s","changedAt":"%s"}\
            """.formatted(id, Corpus.AT_0, board, Fixtures.NOW, Fixtures.NOW));
        assertThat(get("/v1/pins/" + id).body()).isEqualTo(saved.body());
        assertThat(get("/v1/pins/" + id).etag()).isEqualTo(saved.etag());

        String other = aBoard("Other");
        Response replaced =
                put("/v1/pins/" + id, "{\"boardId\":\"%s\",\"description\":\"d\"}".formatted(other), saved.etag());
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().get("boardId").asText()).isEqualTo(other);
        assertThat(replaced.body().get("title").asText()).isEmpty();
        assertThat(replaced.body().get("link").asText()).isEmpty();
        assertThat(replaced.body().get("createdAt")).isEqualTo(saved.body().get("createdAt"));

        assertThat(delete("/v1/pins/" + id).status()).isEqualTo(204);
        assertProblem(get("/v1/pins/" + id), 404, "not-found", "no pin " + id);
        assertProblem(delete("/v1/pins/" + id), 404, "not-found", "no pin " + id);
        assertProblem(put("/v1/pins/" + id, "{\"boardId\":\"%s\"}".formatted(other), null), 404, "not-found", "no pin");
    }

    @Test
    void save_ofAnImageSavedBefore_isAnotherPinOfIt() {
        String board = aBoard("Porch");
        String first = save(Corpus.AT_0.hex(), board, "").body().get("id").asText();
        String second = save(Corpus.AT_0.hex(), board, "").body().get("id").asText();

        assertThat(first).isNotEqualTo(second);
        assertThat(ids(get("/v1/images/%s/pins".formatted(Corpus.AT_0)).body()))
                .containsExactlyInAnyOrder(first, second);
        assertThat(ids(get("/v1/images/%s/pins".formatted(Corpus.AT_20)).body()))
                .isEmpty();
    }

    @Test
    void save_ofWhatIsNotThere_saysWhat() {
        String board = aBoard("Porch");
        ImageSignature unknown = Fixtures.aSignature(1234);

        assertProblem(save(unknown.hex(), board, ""), 404, "not-found", "no image " + unknown);
        assertProblem(save(SourceId.ofKey("nowhere.png").value(), board, ""), 404, "not-found", "no source");
        assertProblem(save(Corpus.AT_0.hex(), UNKNOWN_BOARD, ""), 404, "not-found", "no board " + UNKNOWN_BOARD);
        assertProblem(get("/v1/images/%s/pins".formatted(unknown)), 404, "not-found", "no image " + unknown);
        assertThat(pins.ofImage(Corpus.AT_0)).isEmpty();
        assertThat(pins.ofImage(unknown)).isEmpty();
    }

    @Test
    void change_ofWhatChangedMeanwhile_isRefusedAndChangesNothing() {
        String board = aBoard("Porch");
        Response saved = save(Corpus.AT_0.hex(), board, "");
        String path = "/v1/pins/" + saved.body().get("id").asText();
        String change = "{\"boardId\":\"%s\",\"title\":\"%s\"}";
        assertThat(put(path, change.formatted(board, "one"), saved.etag()).status())
                .isEqualTo(200);

        assertProblem(
                put(path, change.formatted(board, "two"), saved.etag()),
                412,
                "precondition-failed",
                "expected what has");
        assertProblem(
                put(path, change.formatted(board, "two"), "W/" + get(path).etag()), 412, "precondition-failed", "");
        assertThat(get(path).body().get("title").asText()).isEqualTo("one");

        assertThat(put(path, change.formatted(board, "three"), "*").status()).isEqualTo(200);
        assertThat(put(
                                path,
                                change.formatted(board, "four"),
                                "\"0\", " + get(path).etag())
                        .status())
                .isEqualTo(200);
        assertThat(put(path, change.formatted(board, "five"), null).status()).isEqualTo(200);
        assertThat(get(path).body().get("title").asText()).isEqualTo("five");

        assertProblem(
                put("/v1/boards/" + board, "{\"name\":\"x\"}", "\"0\""),
                412,
                "precondition-failed",
                "expected what has");
    }

    @Test
    void texts_outOfLimits_areRefusedWithTheReason() {
        String board = aBoard("Porch");
        String image = Corpus.AT_0.hex();

        assertInvalid(save(image, board, ",\"title\":\"%s\"".formatted("t".repeat(201))), "title, got 201");
        assertInvalid(save(image, board, ",\"description\":\"%s\"".formatted("d".repeat(2001))), "got 2001");
        assertInvalid(save(image, board, ",\"link\":\"javascript:alert(1)\""), "http or https");
        assertInvalid(save(image, board, ",\"title\":\"a\\u0000b\""), "U+0000");
        assertInvalid(save(image, board, ",\"colour\":\"red\""), "colour");
        assertInvalid(save("not-an-id", board, ""), "image id");
        assertInvalid(save(image, "not-an-id", ""), "board id");
        assertInvalid(post("/v1/pins", "{\"imageId\":\"%s\"}".formatted(image)), "boardId");
        assertInvalid(post("/v1/pins", "{\"boardId\":\"%s\"}".formatted(board)), "imageId");
        assertInvalid(post("/v1/boards", "{}"), "name");
        assertInvalid(post("/v1/boards", "{\"name\":\"%s\"}".formatted("n".repeat(101))), "name, got 101");
        assertInvalid(get("/v1/pins/pin-1"), "pin id");
        assertInvalid(get("/v1/boards/brd-1"), "board id");
        String pin = save(image, board, "").body().get("id").asText();
        assertInvalid(
                put("/v1/pins/" + pin, "{\"boardId\":\"%s\",\"imageId\":\"%s\"}".formatted(board, image), null),
                "no imageId");
    }

    @Test
    void boards_inPages_areAllListedOnce() {
        List<String> created = IntStream.range(0, 5)
                .mapToObj(number -> aBoard("Board " + number))
                .sorted()
                .toList();

        assertThat(pages("/v1/boards", "boards")).isEqualTo(created);
        assertProblem(get("/v1/boards", Map.of("cursor", "%%%")), 400, "invalid-cursor", "cursor");
        assertInvalid(get("/v1/boards", Map.of("limit", "0")), "limit");
    }

    @Test
    void pinsOfABoard_inPages_areNewestFirst() {
        BoardId board = new BoardId(aBoard("Porch"));
        List<PinRecord> saved =
                IntStream.range(0, 5).mapToObj(number -> aPin(board, number)).toList();
        view.replace(Map.of(Corpus.AT_0, saved));

        assertThat(pages("/v1/boards/%s/pins".formatted(board), "pins"))
                .isEqualTo(saved.reversed().stream()
                        .map(pin -> pin.id().toString())
                        .toList());
        assertProblem(
                get("/v1/boards/%s/pins".formatted(board), Map.of("cursor", "YWJj")), 400, "invalid-cursor", "cursor");
        assertProblem(get("/v1/boards/%s/pins".formatted(UNKNOWN_BOARD)), 404, "not-found", "no board");
    }

    @Test
    void pinsOfAnImage_inPages_areOldestFirst() {
        BoardId board = new BoardId(aBoard("Porch"));
        List<PinRecord> saved =
                IntStream.range(0, 5).mapToObj(number -> aPin(board, number)).toList();
        saved.forEach(pins::create);

        assertThat(pages("/v1/images/%s/pins".formatted(Corpus.AT_0), "pins"))
                .isEqualTo(saved.stream().map(pin -> pin.id().toString()).toList());
    }

    private static PinRecord aPin(BoardId board, int number) {
        PinId id = PinId.of(Corpus.AT_0, new byte[] {(byte) -number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        return new PinRecord(id, board, "", "", "", Fixtures.NOW.plusMillis(number), Fixtures.NOW);
    }

    private List<String> pages(String path, String list) {
        List<String> found = new ArrayList<>();
        JsonNode page = get(path, Map.of("limit", "2")).body();
        found.addAll(ids(page.get(list)));
        while (page.has("next")) {
            page = get(path, Map.of("limit", "2", "cursor", page.get("next").asText()))
                    .body();
            found.addAll(ids(page.get(list)));
        }
        return found;
    }

    private static List<String> ids(JsonNode list) {
        JsonNode items = list.isArray() ? list : list.get("pins");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private String aBoard(String name) {
        return post("/v1/boards", "{\"name\":\"%s\"}".formatted(name))
                .body()
                .get("id")
                .asText();
    }

    private Response save(String image, String board, String more) {
        return post("/v1/pins", "{\"imageId\":\"%s\",\"boardId\":\"%s\"%s}".formatted(image, board, more));
    }

    private Response get(String path) {
        return get(path, Map.of());
    }

    private Response get(String path, Map<String, String> query) {
        ApiEvent event = ApiEvent.recorded("get").withPath(path);
        query.forEach(event::withQuery);
        return api.send(event);
    }

    private Response post(String path, String body) {
        return api.send(ApiEvent.recorded("post-json").withPath(path).withBody(body));
    }

    private Response put(String path, String body, @Nullable String ifMatch) {
        ApiEvent event =
                ApiEvent.recorded("post-json").withMethod("PUT").withPath(path).withBody(body);
        return api.send(ifMatch == null ? event : event.withHeader("If-Match", ifMatch));
    }

    private Response delete(String path) {
        return api.send(ApiEvent.recorded("get").withMethod("DELETE").withPath(path));
    }

    private static void assertInvalid(Response response, String reason) {
        assertProblem(response, 400, "invalid-request", reason);
    }

    private static void assertProblem(Response response, int status, String code, String reason) {
        assertThat(response.status()).as("status of %s", response.body()).isEqualTo(status);
        assertThat(response.body().get("code").asText()).isEqualTo(code);
        assertThat(response.body().get("detail").asText()).contains(reason);
    }
}
