package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ObjectId;
import dev.sightline.visual.QueryId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Further questions about the photo of an earlier one, and about boxes that were asked about before, through the function's handler. */
@QuarkusTest
class StagedQueriesApiTest {

    private static final byte[] PHOTO = {1, 2, 3, 4};
    private static final QueryId UNKNOWN = QueryId.of(Fixtures.NOW, new byte[16]);
    private static final String BOX = "\"box\":{\"x\":0,\"y\":0.5,\"w\":0.25,\"h\":0.5}";
    private static final String NEARLY_THAT_BOX = "\"box\":{\"x\":0.0001,\"y\":0.5,\"w\":0.25,\"h\":0.4999}";

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemoryImageStore images;

    @Inject
    InMemoryStagedQueries staged;

    @Inject
    ScriptedAnalyzer analyzer;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        analyzer.reset();
        staged.clear();
    }

    @AfterEach
    void forget() {
        staged.clear();
    }

    @Test
    void lens_photo_isKeptUnderTheQueryIdOfTheAnswer() {
        QueryId id = askedLens();

        assertThat(id.issuedAt()).isEqualTo(Fixtures.NOW);
        assertThat(staged.pixels(id))
                .hasValueSatisfying(pixels -> assertThat(pixels).isEqualTo(PHOTO));
        assertThat(staged.features(id))
                .get()
                .extracting(FeatureRecord::signature)
                .isEqualTo(ImageSignature.of(PHOTO));
    }

    @Test
    void lens_twice_givesTwoIds() {
        assertThat(askedLens()).isNotEqualTo(askedLens());
    }

    @Test
    void lensAgain_byQueryId_answersTheSameWithoutTheWorker() {
        analyzer.answerWith(Corpus.analysis(0, new AnalyzedObject(Corpus.CUP, Corpus.embedding(135))));
        JsonNode first = ok(photo());
        analyzer.reset();

        JsonNode again =
                ok(lens("{\"queryId\":\"%s\"}".formatted(first.get("queryId").asText())));

        assertThat(again.get("groups")).isEqualTo(first.get("groups"));
        assertThat(again.get("queryId")).isEqualTo(first.get("queryId"));
        assertThat(again.at("/query/kind").asText()).isEqualTo("lens");
        assertThat(again.at("/query/queryId")).isEqualTo(first.get("queryId"));
        assertThat(analyzer.asked()).isEmpty();
    }

    @Test
    void lensAgain_limit_cutsTheResults() {
        JsonNode answer = ok(lens("{\"queryId\":\"%s\",\"limit\":2}".formatted(askedLens())));

        assertThat(answer.at("/groups/0/results")).hasSize(2);
    }

    @Test
    void lensAgain_seenByAnotherModelSet_isAnalyzedAgainOnce() {
        QueryId id = askedLens();
        ImageAnalysis former = Fixtures.anImageAnalysis()
                .withModelSet(Fixtures.aModelSet("former"))
                .build();
        staged.saveFeatures(id, new FeatureRecord(ImageSignature.of(PHOTO), former, Fixtures.NOW));
        analyzer.answerWith(Corpus.analysis(135));

        for (int i = 0; i < 2; i++) {
            JsonNode answer = ok(lens("{\"queryId\":\"%s\"}".formatted(id)));
            assertThat(firstResult(answer)).isEqualTo(Corpus.AT_135.hex());
        }

        assertThat(analyzer.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.image()).isEqualTo(PHOTO);
            assertThat(asked.modelSet()).contains(Fixtures.aModelSet().id());
        });
    }

    @Test
    void flashlight_boxOfAPhoto_asksTheWorkerOnce() {
        QueryId id = askedLens();
        analyzer.answerWith(Corpus.analysis(75));

        JsonNode first = ok(flashlight("{\"queryId\":\"%s\",%s}".formatted(id, BOX)));
        assertThat(analyzer.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.image()).isEqualTo(PHOTO);
            assertThat(asked.box()).isPresent();
        });
        analyzer.reset();
        JsonNode second = ok(flashlight("{\"queryId\":\"%s\",%s}".formatted(id, NEARLY_THAT_BOX)));

        assertThat(analyzer.asked()).isEmpty();
        // Object Search has the first turn, and the chair of AT_0 looks just so.
        assertThat(firstResult(first)).isEqualTo(Corpus.AT_0.hex());
        assertThat(second.at("/groups/0/results")).isEqualTo(first.at("/groups/0/results"));
        assertThat(second.get("queryId").asText()).isEqualTo(id.value());
        assertThat(second.at("/query/queryId").asText()).isEqualTo(id.value());
        assertThat(second.get("query").has("imageId")).isFalse();
    }

    @Test
    void flashlight_boxOfAStoredImage_asksTheWorkerOnce() {
        images.put(Corpus.key(0), Corpus.PIXELS_AT_0);
        analyzer.answerWith(Corpus.analysis(135));
        String body = "{\"imageId\":\"%s\",%s}".formatted(Corpus.AT_0, BOX);

        JsonNode first = ok(flashlight(body));
        assertThat(analyzer.asked()).hasSize(1);
        analyzer.reset();
        JsonNode second = ok(flashlight(body));

        assertThat(analyzer.asked()).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(second.has("queryId")).isFalse();
    }

    @Test
    void flashlight_anotherBox_asksTheWorkerAgain() {
        QueryId id = askedLens();
        analyzer.answerWith(Corpus.analysis(75));
        ok(flashlight("{\"queryId\":\"%s\",%s}".formatted(id, BOX)));

        ok(flashlight("{\"queryId\":\"%s\",\"box\":{\"x\":0.01,\"y\":0.5,\"w\":0.25,\"h\":0.5}}".formatted(id)));

        assertThat(analyzer.asked()).hasSize(2);
    }

    @Test
    void flashlight_objectOfAPhoto_ranksByItsEmbedding() {
        analyzer.answerWith(Corpus.analysis(0, new AnalyzedObject(Corpus.CUP, Corpus.embedding(135))));
        String id = ok(photo()).get("queryId").asText();
        analyzer.reset();
        ObjectId cup = new ObjectId(ImageSignature.of(PHOTO), 0);

        JsonNode answer = ok(flashlight("{\"queryId\":\"%s\",\"objectId\":\"%s\"}".formatted(id, cup)));

        assertThat(answer.at("/groups/0/category").asText()).isEqualTo("cup");
        assertThat(firstResult(answer)).as("the one image with objects").isEqualTo(Corpus.AT_0.hex());
        assertThat(answer.at("/groups/0/results/1/imageId").asText()).isEqualTo(Corpus.AT_135.hex());
        assertThat(answer.at("/query/objectId").asText()).isEqualTo(cup.toString());
        assertThat(analyzer.asked()).isEmpty();
    }

    @Test
    void flashlight_objectThatThePhotoLacks_isRefused() {
        QueryId id = askedLens();
        ObjectId none = new ObjectId(ImageSignature.of(PHOTO), 7);
        ObjectId ofAnother = new ObjectId(Corpus.AT_0, 0);

        assertProblem(
                404,
                "not-found",
                flashlight("{\"queryId\":\"%s\",\"objectId\":\"%s\"}".formatted(id, none)),
                none.toString());
        assertProblem(
                400,
                "invalid-request",
                flashlight("{\"queryId\":\"%s\",\"objectId\":\"%s\"}".formatted(id, ofAnother)),
                "expected an object of image " + ImageSignature.of(PHOTO));
    }

    @Test
    void query_after24Hours_isExpiredEvenWithItsPhoto() {
        QueryId old = QueryId.of(Fixtures.NOW.minus(Duration.ofHours(24)), new byte[16]);
        staged.savePixels(old, PHOTO);

        for (ApiEvent event : asksAbout(old.value())) {
            assertProblem(410, "query-expired", event, "kept until 2026-01-02T03:04:05Z");
        }
    }

    @Test
    void query_oneMillisecondBefore24Hours_isAnswered() {
        QueryId old = QueryId.of(Fixtures.NOW.minus(Duration.ofHours(24)).plusMillis(1), new byte[16]);
        staged.savePixels(old, PHOTO);
        analyzer.answerWith(Corpus.analysis(45));

        assertThat(firstResult(ok(lens("{\"queryId\":\"%s\"}".formatted(old))))).isEqualTo(Corpus.AT_45.hex());
    }

    @Test
    void query_thatNeverWas_isNotFound() {
        for (ApiEvent event : asksAbout(UNKNOWN.value())) {
            assertProblem(404, "not-found", event, UNKNOWN.value());
        }
    }

    @Test
    void query_withAnotherTime_isNotFound() {
        String id = askedLens().value();
        String later = "qry-f" + id.substring("qry-0".length());

        for (ApiEvent event : asksAbout(later)) {
            assertProblem(404, "not-found", event, later);
        }
    }

    @Test
    void query_ofAnotherForm_isInvalid() {
        for (ApiEvent event : asksAbout("../images/cat.jpg")) {
            assertProblem(400, "invalid-request", event, "expected a query id");
        }
    }

    @Test
    void lensAgain_withoutQueryId_isInvalid() {
        assertProblem(400, "invalid-request", lens("{}"), "expected queryId");
    }

    @Test
    void lens_storageUnavailable_isAnsweredWithoutQueryId() {
        staged.becomeUnavailable();
        analyzer.answerWith(Corpus.analysis(0));

        JsonNode answer = ok(photo());

        assertThat(firstResult(answer)).isEqualTo(Corpus.AT_0.hex());
        assertThat(answer.has("queryId")).isFalse();
        assertThat(answer.get("notKept").asText()).isEqualTo("it could not be stored");
    }

    @Test
    void lens_storageHangs_isAnsweredWithoutQueryId() {
        CountDownLatch gate = new CountDownLatch(1);
        staged.saveAfter(gate);
        analyzer.answerWith(Corpus.analysis(0));

        JsonNode answer = ok(photo());
        gate.countDown();

        assertThat(firstResult(answer)).isEqualTo(Corpus.AT_0.hex());
        assertThat(answer.has("queryId")).isFalse();
        assertThat(answer.get("notKept").asText()).contains("within 500 ms");
    }

    @Test
    void lensAgain_storageUnavailable_saysSo() {
        QueryId id = askedLens();
        staged.becomeUnavailable();

        assertProblem(503, "storage-unavailable", lens("{\"queryId\":\"%s\"}".formatted(id)), "unavailable");
    }

    /** The way of photos that are too large for a request. */
    @Test
    void granted_photo_isAskedAboutOnceItIsThere() {
        Response granted = api.send(query("image/jpeg", 5_000_000));
        assertThat(granted.status()).isEqualTo(201);
        QueryId id = new QueryId(granted.body().get("queryId").asText());
        String body = "{\"queryId\":\"%s\"}".formatted(id);
        assertThat(granted.body().at("/headers/content-type").asText()).isEqualTo("image/jpeg");
        assertThat(granted.body().get("expiresAt").asText()).isEqualTo("2026-01-02T03:19:05Z");
        assertProblem(404, "not-found", lens(body), "no photo of query");

        staged.savePixels(id, PHOTO);
        analyzer.answerWith(Corpus.analysis(45));

        assertThat(firstResult(ok(lens(body)))).isEqualTo(Corpus.AT_45.hex());
        analyzer.reset();
        assertThat(firstResult(ok(lens(body)))).as("without the worker").isEqualTo(Corpus.AT_45.hex());
    }

    @Test
    void granted_photo_ofABox_isAskedAboutToo() {
        QueryId id = new QueryId(
                api.send(query("image/png", 7)).body().get("queryId").asText());
        staged.savePixels(id, PHOTO);
        analyzer.answerWith(Corpus.analysis(75));

        JsonNode answer = ok(flashlight("{\"queryId\":\"%s\",%s}".formatted(id, BOX)));

        assertThat(answer.get("queryId").asText()).isEqualTo(id.value());
    }

    @Test
    void granted_twice_isTwoIds() {
        assertThat(api.send(query("image/png", 7)).body().get("queryId"))
                .isNotEqualTo(api.send(query("image/png", 7)).body().get("queryId"));
    }

    @Test
    void grant_ofWhatIsNoPhotoOrTooLarge_isRefused() {
        assertProblem(400, "invalid-request", query("text/html", 7), "expected contentType image/<subtype>");
        assertProblem(400, "invalid-request", query("image/png\\r\\nX-Evil: 1", 7), "image/<subtype>");
        assertProblem(400, "invalid-request", query("image/png", 0), "bytes >= 1, got 0");
        assertProblem(413, "too-many-bytes", query("image/png", Long.MAX_VALUE), "expected at most");
    }

    private static ApiEvent query(String contentType, long bytes) {
        return ApiEvent.recorded("post-json")
                .withPath("/v1/queries")
                .withBody("{\"contentType\":\"%s\",\"bytes\":%d}".formatted(contentType, bytes));
    }

    private QueryId askedLens() {
        analyzer.answerWith(Corpus.analysis(0));
        QueryId id = new QueryId(ok(photo()).get("queryId").asText());
        analyzer.reset();
        return id;
    }

    private static List<ApiEvent> asksAbout(String queryId) {
        return List.of(
                lens("{\"queryId\":\"%s\"}".formatted(queryId)),
                flashlight("{\"queryId\":\"%s\",%s}".formatted(queryId, BOX)),
                flashlight("{\"queryId\":\"%s\",\"objectId\":\"%s-0\"}".formatted(queryId, Corpus.AT_0)));
    }

    private static ApiEvent photo() {
        return ApiEvent.recorded("post-image").withBody(PHOTO);
    }

    private static ApiEvent lens(String body) {
        return ApiEvent.recorded("post-json").withPath("/v1/lens").withBody(body);
    }

    private static ApiEvent flashlight(String body) {
        return ApiEvent.recorded("post-json").withPath("/v1/flashlight").withBody(body);
    }

    private static String firstResult(JsonNode answer) {
        return answer.at("/groups/0/results/0/imageId").asText();
    }

    private JsonNode ok(ApiEvent event) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
        return response.body();
    }

    private void assertProblem(int status, String code, ApiEvent event, String detail) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.body().get("code").asText()).isEqualTo(code);
        assertThat(response.body().get("detail").asText()).contains(detail);
    }
}
