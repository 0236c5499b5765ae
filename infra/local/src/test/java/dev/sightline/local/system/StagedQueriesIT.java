package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.QueryId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Further questions about a photo and about boxes on the real system, some of them while no worker runs. */
class StagedQueriesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NUMBER = 31_000;
    private static final String BOX = "\"box\":{\"x\":0.1,\"y\":0.2,\"w\":0.5,\"h\":0.6},\"limit\":3";

    private final SystemUnderTest system = new SystemUnderTest();
    private final Kills kills =
            new Kills(Places.fromEnvironment(System.getenv()).state());
    private final DrawnPictures drawn = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final String key = "staged-%s.png".formatted(UUID.randomUUID());

    private record Answers(JsonNode lens, JsonNode boxOfPhoto, JsonNode boxOfImage, JsonNode newBox) {}

    @Test
    void photoAndBoxes_askedAgainWithoutAWorker_areAnsweredTheSame() throws IOException {
        byte[] picture = drawn.picture(NUMBER);
        system.put(key, picture);
        awaitState("indexed");
        byte[] photo = DrawnPictures.smallerJpeg(picture);
        // What is indexed is found within about a second.
        JsonNode lens = system.first(
                "an answer with the picture",
                PATIENCE,
                () -> system.whole(() -> system.post("v1/lens?limit=3", "image/jpeg", photo)),
                answer -> imageIds(answer).contains(ImageSignature.of(picture).hex()));
        String query = "\"queryId\":\"%s\"".formatted(lens.path("queryId").asText());
        String image = "\"imageId\":\"%s\"".formatted(ImageSignature.of(picture));
        JsonNode boxOfPhoto = askWhole("v1/flashlight", query + "," + BOX);
        JsonNode boxOfImage = askWhole("v1/flashlight", image + "," + BOX);

        Answers again = askWithoutWorker(query, image);

        giveBack();

        assertThat(lens.path("queryId").asText()).startsWith("qry-");
        assertThat(imageIds(lens)).contains(ImageSignature.of(picture).hex());
        assertThat(imageIds(again.lens())).isEqualTo(imageIds(lens));
        assertThat(imageIds(boxOfPhoto)).isNotEmpty();
        assertThat(imageIds(again.boxOfPhoto())).isEqualTo(imageIds(boxOfPhoto));
        assertThat(imageIds(again.boxOfImage())).isEqualTo(imageIds(boxOfImage));
        assertThat(again.newBox().path("code").asText()).isEqualTo("analyzer-unavailable");
    }

    @Test
    void queryId_oldUnknownOrOfAnotherForm_isRefusedAsDocumented() {
        QueryId old = QueryId.of(Instant.now().minus(Duration.ofHours(25)), new byte[16]);
        QueryId unknown = QueryId.of(Instant.now(), new byte[16]);

        assertRefused(old.value(), 410, "query-expired");
        assertRefused(unknown.value(), 404, "not-found");
        assertRefused("qry-1", 400, "invalid-request");
    }

    /** Asks while no worker runs, and all of it once more where a worker was back before the last answer. */
    private Answers askWithoutWorker(String query, String image) {
        AtomicReference<@Nullable Answers> answers = new AtomicReference<>();
        system.await("answers without a worker", PATIENCE, () -> {
            system.await("a worker to kill", PATIENCE, this::workerRuns);
            kills.part(WorkerProcess.NAME);
            answers.set(new Answers(
                    askWhole("v1/lens", query + ",\"limit\":3"),
                    askWhole("v1/flashlight", query + "," + BOX),
                    askWhole("v1/flashlight", image + "," + BOX),
                    ask("v1/flashlight", query + ",\"box\":{\"x\":0,\"y\":0,\"w\":0.3,\"h\":0.3}")));
            return !workerRuns();
        });
        return Objects.requireNonNull(answers.get());
    }

    private boolean workerRuns() {
        return new Readiness().answers(system.running().workerEndpoint().resolve("/q/health/ready"));
    }

    /** Later tests need a worker, and compare whole buckets. */
    private void giveBack() {
        system.delete(key);
        system.await("the worker is back", PATIENCE, this::workerRuns);
        awaitState("removed");
    }

    private void awaitState(String state) {
        system.await(
                state, PATIENCE, () -> system.source(key).path("state").asText().equals(state));
    }

    private void assertRefused(String id, int status, String code) {
        for (JsonNode problem : new JsonNode[] {
            ask("v1/lens", "\"queryId\":\"%s\"".formatted(id)),
            ask("v1/flashlight", "\"queryId\":\"%s\",%s".formatted(id, BOX))
        }) {
            assertThat(problem.path("status").asInt()).as("%s", problem).isEqualTo(status);
            assertThat(problem.path("code").asText()).isEqualTo(code);
        }
    }

    private JsonNode askWhole(String path, String fields) {
        return system.whole(() -> ask(path, fields));
    }

    private JsonNode ask(String path, String fields) {
        return system.post(path, "application/json", ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> imageIds(JsonNode answer) {
        return answer.at("/groups/0/results").findValuesAsText("imageId");
    }
}
