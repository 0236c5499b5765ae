package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pins and boards on the real system: from the API into the index, and out of it again. */
class PinsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NUMBER = 35_000;

    private final SystemUnderTest system = new SystemUnderTest();
    private final DrawnPictures drawn = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final String key = "pins-%s.png".formatted(UUID.randomUUID());
    private String image = "";

    @BeforeEach
    void index() throws IOException {
        byte[] picture = drawn.picture(NUMBER);
        image = ImageSignature.of(picture).hex();
        system.put(key, picture);
        system.await(
                key + " indexed",
                PATIENCE,
                () -> system.source(key).path("state").asText().equals("indexed"));
    }

    /** Later tests compare whole buckets. */
    @AfterEach
    void giveBack() {
        system.delete(key);
        system.await(
                key + " removed",
                PATIENCE,
                () -> system.source(key).path("state").asText().equals("removed"));
    }

    @Test
    void pin_fromSaveToTheDeletionOfItsBoard_isInEveryViewAndThenInNone() {
        String board = id(ask("v1/boards", "{\"name\":\"Veranda\"}"));
        String pin = save(board, "Wickerwork rocker");

        awaitPins("the save on its board", board, List.of(pin));
        awaitText("the title and the board's name", "Wickerwork rocker", "Veranda");
        assertThat(ids(system.get("v1/images/%s/pins".formatted(image)))).containsExactly(pin);

        assertThat(system.put("v1/boards/" + board, "{\"name\":\"Loggia\"}")
                        .path("name")
                        .asText())
                .isEqualTo("Loggia");
        awaitText("the new name", "Wickerwork rocker", "Loggia");
        assertThat(texts()).doesNotContain("Veranda");

        String second = save(board, "Once more");
        awaitPins("both saves, newest first", board, List.of(second, pin));
        assertThat(system.remove("v1/pins/" + second).path("status").asInt()).isZero();
        awaitPins("the first save alone", board, List.of(pin));

        assertThat(system.remove("v1/boards/" + board).path("status").asInt()).isZero();
        system.await(
                "no pin after its board",
                PATIENCE,
                () -> system.get("v1/pins/" + pin).path("code").asText().equals("not-found"));
        system.await(
                "no text after its board",
                PATIENCE,
                () -> !texts().contains("Loggia") && !texts().contains("Wickerwork"));
        assertThat(system.documents("sightline-pins", "{\"match_all\":{}}").toString())
                .doesNotContain(pin);
    }

    @Test
    void pin_ofAnImageThatIsNotLiveOrABoardThatIsNotThere_isRefused() {
        String board = id(ask("v1/boards", "{\"name\":\"Empty\"}"));
        String unknown = ImageSignature.of(key.getBytes(StandardCharsets.UTF_8)).hex();

        assertThat(ask("v1/pins", "{\"imageId\":\"%s\",\"boardId\":\"%s\"}".formatted(unknown, board))
                        .path("detail")
                        .asText())
                .contains("no image " + unknown);
        system.remove("v1/boards/" + board);
        assertThat(ask("v1/pins", "{\"imageId\":\"%s\",\"boardId\":\"%s\"}".formatted(image, board))
                        .path("detail")
                        .asText())
                .contains("no board " + board);
    }

    private void awaitPins(String description, String board, List<String> pins) {
        system.await(
                description,
                PATIENCE,
                () -> ids(system.get("v1/boards/%s/pins".formatted(board))).equals(pins));
    }

    private void awaitText(String description, String... parts) {
        system.await(description, PATIENCE, () -> List.of(parts).stream().allMatch(texts()::contains));
    }

    /** What the index holds of what people wrote at the image. */
    private String texts() {
        return StreamSupport.stream(
                        system.documents("sightline-images", "{\"ids\":{\"values\":[\"%s\"]}}".formatted(image))
                                .spliterator(),
                        false)
                .map(hit -> hit.path("_source").path("texts").toString())
                .reduce("", String::concat);
    }

    private String save(String board, String title) {
        return id(ask(
                "v1/pins", "{\"imageId\":\"%s\",\"boardId\":\"%s\",\"title\":\"%s\"}".formatted(image, board, title)));
    }

    private JsonNode ask(String path, String json) {
        return system.whole(() -> system.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String id(JsonNode created) {
        assertThat(created.has("id")).as("id of %s", created).isTrue();
        return created.get("id").asText();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("pins").spliterator(), false)
                .map(pin -> pin.get("id").asText())
                .toList();
    }
}
