package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryStagedQueries;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.ObjectId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation, through the function's handler. */
@QuarkusTest
class BlenderApiTest {

    private static final String REQUEST_ID = "3f6c1f8e-5a6b-4c7d-8e9f-0a1b2c3d4e5f";
    private static final String MODEL_SET = Fixtures.aModelSet().id().value();

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemorySourceRegistry registry;

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

    @Test
    void related_indexedImage_ranksAllOthersByCosine() {
        JsonNode answer = ok(get("/v1/images/%s/related".formatted(Corpus.AT_0)));

        assertThat(answer.get("requestId").asText()).isEqualTo(REQUEST_ID);
        assertThat(answer.get("modelSet").asText()).isEqualTo(MODEL_SET);
        assertThat(answer.get("tookMs").asLong()).isZero();
        assertThat(answer.get("query")).hasToString("{\"kind\":\"related\",\"imageId\":\"%s\"}".formatted(Corpus.AT_0));
        assertThat(answer.get("groups")).hasSize(1);
        assertGroup(answer, 0, "{\"kind\":\"image\"}", Corpus.AT_20, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
    }

    @Test
    void related_answer_hasTheDocumentedForm() {
        JsonNode answer = ok(get("/v1/images/%s/related".formatted(Corpus.AT_0)).withQuery("limit", "1"));

        assertThat(answer).hasToString("""
                        {"requestId":"%s","query":{"kind":"related","imageId":"%s"},"modelSet":"%s","policy":"standard-2",\
                        "variant":"standard","ranker":"none","randomized":false,"partial":false,"understanding":%s,\
                        "groups":[{"kind":"image","tags":[],\
                        "sources":[{"source":"visual-search","state":"found","confidence":1.0,\
                        "quota":1,"found":4,"filled":1,"backfilled":0,"tookMs":0}%s],\
                        "results":[{"rank":1,"imageId":"%s","keys":["corpus/at-20.png"],"score":%s,"width":100,"height":50,\
                        "labels":[{"name":"at 20","confidence":0.5}],"duplicates":[],"ranking":%s,\
                        "why":{"source":"visual-search","sourceRank":1,"hammingDistance":7,"hammingFraction":0.109375,"cosine":%s}}]}],\
                        "tookMs":0}""".formatted(
                        REQUEST_ID,
                        Corpus.AT_0,
                        MODEL_SET,
                        answer.get("understanding"),
                        others(answer.at("/groups/0/sources")),
                        Corpus.AT_20,
                        answer.at("/groups/0/results/0/score").asText(),
                        answer.at("/groups/0/results/0/ranking"),
                        answer.at("/groups/0/results/0/why/cosine").asText()));
        JsonNode ranking = answer.at("/groups/0/results/0/ranking");
        assertThat(ranking.get("rankBefore").asInt()).isOne();
        assertThat(ranking.get("score").asDouble()).isEqualTo(0.5);
        assertThat(ranking.get("boost").asDouble()).isZero();
        assertThat(ranking.at("/features/cosine").asDouble())
                .isEqualTo(answer.at("/groups/0/results/0/why/cosine").asDouble());
    }

    /** All sources but the first, none of which found anything. */
    private static String others(JsonNode sources) {
        return IntStream.range(1, sources.size())
                .mapToObj(i -> {
                    assertThat(sources.get(i).path("found").asInt()).isZero();
                    return "," + sources.get(i);
                })
                .collect(Collectors.joining());
    }

    @Test
    void related_understanding_isOfTheStoredImageItsObjectsAndItsNeighbours() {
        JsonNode understanding =
                ok(get("/v1/images/%s/related".formatted(Corpus.AT_0))).get("understanding");

        assertThat(understanding.at("/annotations/1/confidence").asDouble()).isCloseTo(0.6 * 0.180380, within(1e-6));
        assertThat(understanding.at("/annotations/1/evidence/0/confidence").asDouble())
                .isCloseTo(0.180380, within(1e-6));
        assertThat(understanding.at("/objects/0/dominance").asDouble()).isCloseTo(0.261948, within(1e-6));
        assertThat(understanding.at("/objects/1/dominance").asDouble()).isCloseTo(0.15, within(1e-6));
        assertThat(understanding).hasToString("""
                        {"objects":[\
                        {"objectId":"%1$s-1","category":"cup","confidence":0.9,"box":{"x":0.5,"y":0.25,"w":0.25,"h":0.5},\
                        "dominance":%3$s,"dominant":false,"relevant":true},\
                        {"objectId":"%1$s-0","category":"chair","confidence":0.6,"box":{"x":0.0,"y":0.0,"w":0.5,"h":0.5},\
                        "dominance":%4$s,"dominant":false,"relevant":true}],\
                        "annotations":[\
                        {"name":"at 0","confidence":0.4,"evidence":[{"kind":"classifier","confidence":0.5}]},\
                        {"name":"at 20","confidence":%5$s,"evidence":[\
                        {"kind":"neighbors","confidence":%6$s,"imageIds":["%2$s"]}]}],\
                        "colors":[]}""".formatted(
                        Corpus.AT_0,
                        Corpus.AT_20,
                        understanding.at("/objects/0/dominance").asText(),
                        understanding.at("/objects/1/dominance").asText(),
                        understanding.at("/annotations/1/confidence").asText(),
                        understanding.at("/annotations/1/evidence/0/confidence").asText()));
    }

    @Test
    void related_result_saysWhy() {
        JsonNode result = ok(get("/v1/images/%s/related".formatted(Corpus.AT_0)).withQuery("limit", "3"))
                .at("/groups/0/results/1");

        assertThat(result.get("rank").asInt()).isEqualTo(2);
        assertThat(result.get("imageId").asText()).isEqualTo(Corpus.AT_45.hex());
        assertThat(result.get("keys")).hasToString("[\"corpus/at-45.png\"]");
        assertThat(result.get("score").asDouble()).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-6));
        assertThat(result.get("width").asInt()).isEqualTo(100);
        assertThat(result.get("height").asInt()).isEqualTo(50);
        assertThat(result.get("labels")).hasToString("[{\"name\":\"at 45\",\"confidence\":0.5}]");
        assertThat(result.at("/why/source").asText()).isEqualTo("visual-search");
        assertThat(result.at("/why/hammingDistance").asInt()).isEqualTo(16);
        assertThat(result.at("/why/hammingFraction").asDouble()).isEqualTo(0.25);
        assertThat(result.at("/why/cosine").asDouble()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void related_limit_cutsTheResults() {
        JsonNode answer = ok(get("/v1/images/%s/related".formatted(Corpus.AT_0)).withQuery("limit", "2"));

        assertGroup(answer, 0, "{\"kind\":\"image\"}", Corpus.AT_20, Corpus.AT_45);
    }

    @Test
    void related_sourceId_answersForItsImage() {
        SourceVersion version = recordIndexed(Corpus.AT_20);

        JsonNode answer = ok(get("/v1/images/%s/related".formatted(version.id())));

        assertThat(answer.at("/query/imageId").asText()).isEqualTo(Corpus.AT_20.hex());
        assertGroup(answer, 0, "{\"kind\":\"image\"}", Corpus.AT_0, Corpus.AT_45, Corpus.AT_75, Corpus.AT_135);
    }

    @Test
    void image_bySignature_isIndexed() {
        JsonNode answer = ok(get("/v1/images/" + Corpus.AT_20));

        String image = """
                {"imageId":"%1$s","keys":["corpus/at-20.png"],"width":100,"height":50,"frameNumber":2,"format":"png",\
                "labels":[{"name":"at 20","confidence":0.5}],"indexedAt":"2026-01-02T03:04:05Z"}""";
        String expected = """
                {"id":"%1$s","state":"indexed","signature":"%1$s","modelSet":"%2$s",\
                "changedAt":"2026-01-02T03:04:05Z","image":""" + image + "}";
        assertThat(answer).hasToString(expected.formatted(Corpus.AT_20, MODEL_SET));
    }

    @Test
    void image_byIndexedSource_holdsKeyAndImage() {
        SourceVersion version = recordIndexed(Corpus.AT_20);

        JsonNode answer = ok(get("/v1/images/" + version.id()));

        assertThat(answer.get("id").asText()).isEqualTo(version.id().value());
        assertThat(answer.get("state").asText()).isEqualTo("indexed");
        assertThat(answer.get("key").asText()).isEqualTo(version.key());
        assertThat(answer.get("signature").asText()).isEqualTo(Corpus.AT_20.hex());
        assertThat(answer.at("/image/imageId").asText()).isEqualTo(Corpus.AT_20.hex());
    }

    @Test
    void image_byRejectedSource_saysWhy() {
        SourceVersion version =
                Fixtures.aSourceVersion().withKey("rejected.png").build();
        registry.record(Source.rejected(version, ErrorCode.BROKEN_IMAGE, "cut at byte 7", Fixtures.NOW));

        JsonNode answer = ok(get("/v1/images/" + version.id()));

        assertThat(answer).hasToString("""
                        {"id":"%s","state":"rejected","key":"rejected.png","reason":"broken-image",\
                        "detail":"cut at byte 7","changedAt":"2026-01-02T03:04:05Z"}""".formatted(version.id()));
    }

    @Test
    void image_byPendingSource_isPending() {
        SourceVersion version = Fixtures.aSourceVersion().withKey("pending.png").build();
        registry.record(Source.pending(version, "etag", Fixtures.NOW));

        assertThat(ok(get("/v1/images/" + version.id())))
                .hasToString(
                        "{\"id\":\"%s\",\"state\":\"pending\",\"key\":\"pending.png\",\"changedAt\":\"2026-01-02T03:04:05Z\"}"
                                .formatted(version.id()));
    }

    @Test
    void flashlight_object_ranksByItsEmbeddingWithoutTheImageItself() {
        ObjectId chair = new ObjectId(Corpus.AT_0, 0);

        JsonNode answer = ok(flashlight("{\"objectId\":\"%s\"}".formatted(chair)));

        assertThat(answer.get("query"))
                .hasToString("{\"kind\":\"flashlight\",\"imageId\":\"%s\",\"objectId\":\"%s\"}"
                        .formatted(Corpus.AT_0, chair));
        assertGroup(
                answer,
                0,
                "{\"kind\":\"object\",\"objectId\":\"%s\",\"box\":{\"x\":0.0,\"y\":0.0,\"w\":0.5,\"h\":0.5},\"category\":\"chair\",\"confidence\":0.6}"
                        .formatted(chair),
                Corpus.AT_75,
                Corpus.AT_45,
                Corpus.AT_20,
                Corpus.AT_135);
        assertThat(analyzer.asked()).isEmpty();
    }

    @Test
    void flashlight_box_ranksByTheCropOfTheStoredPixels() {
        images.put(Corpus.key(0), Corpus.PIXELS_AT_0);
        analyzer.answerWith(Corpus.analysis(135));

        JsonNode answer =
                ok(flashlight("{\"imageId\":\"%s\",\"box\":{\"x\":0,\"y\":0.5,\"w\":0.25,\"h\":0.5},\"limit\":3}"
                        .formatted(Corpus.AT_0)));

        assertThat(analyzer.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.box()).contains(new NormalizedBox(0, 0.5, 0.25, 0.5)));
        String box = "{\"x\":0.0,\"y\":0.5,\"w\":0.25,\"h\":0.5}";
        assertThat(answer.get("query"))
                .hasToString("{\"kind\":\"flashlight\",\"imageId\":\"%s\",\"box\":%s}".formatted(Corpus.AT_0, box));
        assertGroup(
                answer, 0, "{\"kind\":\"crop\",\"box\":%s}".formatted(box), Corpus.AT_135, Corpus.AT_75, Corpus.AT_45);
    }

    @Test
    void lens_pictureOfAnIndexedFile_findsItFirstThenAGroupForEachObject() {
        analyzer.answerWith(Corpus.analysis(0, new AnalyzedObject(Corpus.CUP, Corpus.embedding(135))));
        byte[] picture = Corpus.PIXELS_AT_0;

        JsonNode answer = ok(ApiEvent.recorded("post-image").withBody(picture).withQuery("limit", "3"));

        assertThat(answer.get("query")).hasToString("{\"kind\":\"lens\"}");
        assertThat(answer.get("queryId").asText()).startsWith("qry-");
        assertThat(answer.get("groups")).hasSize(2);
        // The known file's board, "corpus", is an annotation: Image Search finds all images, and gives the first by
        // signature.
        assertGroup(answer, 0, "{\"kind\":\"image\"}", Corpus.AT_0, Corpus.AT_135, Corpus.AT_20);
        assertThat(answer.at("/groups/0/results/1/why/source").asText()).isEqualTo("image-search");
        assertGroup(
                answer,
                1,
                "{\"kind\":\"object\",\"objectId\":\"%s-0\",\"box\":{\"x\":0.5,\"y\":0.25,\"w\":0.25,\"h\":0.5},\"category\":\"cup\",\"confidence\":0.9}"
                        .formatted(Corpus.AT_0),
                Corpus.AT_0,
                Corpus.AT_135,
                Corpus.AT_75);
    }

    @Test
    void lens_binaryBody_reachesTheWorkerByteForByte() {
        analyzer.answerWith(Corpus.analysis(0));
        byte[] picture = new byte[4 << 20];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) i;
        }

        ok(ApiEvent.recorded("post-image").withBody(picture).withHeader("Content-Type", "application/octet-stream"));

        assertThat(analyzer.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.image()).isEqualTo(picture));
    }

    @Test
    void uploads_image_isGrantedWith201() {
        Response response = api.send(ApiEvent.recorded("post-json")
                .withPath("/v1/uploads")
                .withBody("{\"fileName\":\"My Cat.jpg\",\"contentType\":\"image/jpeg\",\"bytes\":1234}"));

        assertThat(response.status()).isEqualTo(201);
        JsonNode answer = response.body();
        String key = answer.get("imageKey").asText();
        assertThat(key).matches("uploads/2026/01/02/[0-9a-f-]{36}/My-Cat\\.jpg");
        assertThat(answer.get("imageId").asText()).isEqualTo(SourceId.ofKey(key).value());
        assertThat(answer.get("url").asText()).startsWith("https://");
        assertThat(answer.get("method").asText()).isEqualTo("PUT");
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("image/jpeg");
        assertThat(answer.at("/headers/if-none-match").asText()).isEqualTo("*");
        assertThat(answer.get("expiresAt").asText()).isEqualTo("2026-01-02T03:19:05Z");
        assertThat(answer.get("maxBytes").asLong()).isEqualTo(64L << 20);
    }

    @Test
    void openapi_json_listsEveryOperation() {
        JsonNode paths = api.document().get("paths");

        assertThat(paths.at("/~1v1~1lens/post/requestBody/content").fieldNames())
                .toIterable()
                .contains("image/*", "application/json");

        assertThat(paths.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/v1/images",
                        "/v1/images/{id}",
                        "/v1/images/{id}/objects",
                        "/v1/images/{id}/original",
                        "/v1/images/{id}/pins",
                        "/v1/images/{id}/related",
                        "/v1/images/{id}/thumbnail",
                        "/v1/engagement",
                        "/v1/boards",
                        "/v1/boards/{id}",
                        "/v1/boards/{id}/pins",
                        "/v1/events",
                        "/v1/flashlight",
                        "/v1/lens",
                        "/v1/pins",
                        "/v1/pins/{id}",
                        "/v1/queries",
                        "/v1/status",
                        "/v1/uploads");
    }

    private SourceVersion recordIndexed(ImageSignature signature) {
        SourceVersion version =
                Fixtures.aSourceVersion().withKey("indexed/" + signature).build();
        registry.record(Source.indexed(version, signature, Fixtures.aModelSet().id(), Fixtures.NOW));
        return version;
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private static ApiEvent flashlight(String body) {
        return ApiEvent.recorded("post-json").withPath("/v1/flashlight").withBody(body);
    }

    private JsonNode ok(ApiEvent event) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        return response.body();
    }

    /** The group's head (all before its tags, sources and results), and the whole order of its results. */
    private static void assertGroup(JsonNode answer, int place, String head, ImageSignature... expected) {
        ObjectNode group = answer.get("groups").get(place).deepCopy();
        List<JsonNode> results = StreamSupport.stream(group.remove("results").spliterator(), false)
                .toList();
        group.remove(List.of("tags", "sources"));
        assertThat(group).hasToString(head);
        assertThat(results)
                .extracting(result -> result.get("imageId").asText())
                .containsExactly(
                        Arrays.stream(expected).map(ImageSignature::hex).toArray(String[]::new));
        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).get("rank").asInt()).isEqualTo(i + 1);
        }
    }
}
