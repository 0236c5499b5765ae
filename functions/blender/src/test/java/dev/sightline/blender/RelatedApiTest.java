package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.Exposure;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.PinRecord;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.PinId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Related Pins of an image that people saved and preferred results of. */
@QuarkusTest
class RelatedApiTest {

    private static final String RELATED = "/v1/images/%s/related".formatted(Corpus.AT_0);
    private static final Exposure FIRST = new Exposure("web", 1);

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemoryPinIndex pins;

    @Inject
    InMemoryEngagementIndex engagement;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        pins.replace(Map.of(Corpus.AT_0, List.of(pin(Corpus.AT_0)), Corpus.AT_135, List.of(pin(Corpus.AT_135))));
        PairCounts saved = new PairCounts(
                Corpus.AT_0, Corpus.AT_75, new EngagementCounts(Map.of(FIRST, 100L), Map.of(EngagementKind.SAVE, 30L)));
        engagement.replaceAll(
                List.of(saved), Map.of(), new EngagementRates(Map.of(FIRST, Map.of(EngagementKind.SAVE, 0.01))));
    }

    @AfterEach
    void empty() {
        pins.replace(Map.of(Corpus.AT_0, List.of(), Corpus.AT_135, List.of()));
        engagement.replaceAll(List.of(), Map.of(), EngagementRates.NONE);
    }

    @Test
    void related_savedAndPreferredImages_sayWhyTheyAreThere() {
        JsonNode answer = related();

        JsonNode saved = result(answer, Corpus.AT_135);
        assertThat(saved.at("/why/source").asText()).isEqualTo("co-save");
        assertThat(saved.at("/why/boards").asInt()).isOne();
        assertThat(saved.at("/score").asDouble()).isBetween(0.0, 1.0);
        JsonNode winner = result(answer, Corpus.AT_75);
        assertThat(winner.at("/why/source").asText()).isEqualTo("remembered-winners");
        assertThat(winner.at("/why/boost").asDouble()).isEqualTo(Math.log(35 / 6.0));
        assertThat(winner.at("/score").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.at("/groups/0/sources"))
                .extracting(source -> source.get("source").asText())
                .containsExactly("visual-search", "image-search", "co-save", "remembered-winners");
    }

    @Test
    void related_afterPinsAreGone_namesThemNoMore() {
        empty();

        assertThat(related().at("/groups/0/results"))
                .extracting(result -> result.at("/why/source").asText())
                .containsOnly("visual-search");
    }

    @Test
    void related_user_isTakenAndNeverShown() {
        Response response = api.send(ApiEvent.recorded("get").withPath(RELATED).withQuery("user", "somebody"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().toString()).doesNotContain("somebody");
    }

    @Test
    void related_userThatIsTooLong_isInvalidWithoutBeingNamed() {
        Response response = api.send(ApiEvent.recorded("get").withPath(RELATED).withQuery("user", "u".repeat(129)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().toString())
                .contains("1..128 characters, got 129")
                .doesNotContain("uuu");
    }

    private JsonNode related() {
        Response response = api.send(ApiEvent.recorded("get").withPath(RELATED));
        assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
        return response.body();
    }

    private static JsonNode result(JsonNode answer, ImageSignature image) {
        for (JsonNode result : answer.at("/groups/0/results")) {
            if (result.get("imageId").asText().equals(image.hex())) {
                return result;
            }
        }
        throw new AssertionError("expected %s among %s".formatted(image, answer));
    }

    private static PinRecord pin(ImageSignature image) {
        String id = Fixtures.aPin(1, 1).id().toString();
        return new PinRecord(
                new PinId(image, id.substring(id.lastIndexOf('-') + 1)),
                Fixtures.aBoard(1).id(),
                "",
                "",
                "",
                Fixtures.NOW,
                Fixtures.NOW);
    }
}
