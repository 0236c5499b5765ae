package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of error, through the function's handler: always problem+json with the request's id. */
@QuarkusTest
class BlenderApiErrorsTest {

    private static final String REQUEST_ID = "3f6c1f8e-5a6b-4c7d-8e9f-0a1b2c3d4e5f";
    private static final String RELATED = "/v1/images/%s/related".formatted(Corpus.AT_0);

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemorySourceRegistry registry;

    @Inject
    ScriptedAnalyzer analyzer;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        analyzer.reset();
    }

    @AfterEach
    void recover() {
        registry.becomeAvailable();
    }

    @Test
    void problem_everyField_isSet() {
        JsonNode problem = problem(400, "invalid-request", get(RELATED).withQuery("limit", "0"));

        assertThat(problem).hasToString("""
                        {"type":"https://sightline.dev/problems/invalid-request","title":"Invalid request","status":400,\
                        "detail":"expected limit in 1..100, got '0'","code":"invalid-request","requestId":"%s"}""".formatted(REQUEST_ID));
    }

    @Test
    void problem_eventWithoutRequestContext_hasARandomId() {
        Response response = api.send(get("/v1/images/x").withoutRequestContext());

        assertThat(response.body().get("requestId").asText())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isNotEqualTo(REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "ten"})
    void related_limitOutOfRange_isInvalid(String limit) {
        assertDetail(400, "invalid-request", get(RELATED).withQuery("limit", limit), "limit in 1..100");
    }

    @Test
    void related_unknownRepeatedOrEmptyParameter_isInvalid() {
        assertDetail(400, "invalid-request", get(RELATED).withQuery("limt", "3"), "got [limt]");
        assertDetail(
                400, "invalid-request", get(RELATED).withQuery("limit", "3", "4"), "one value of limit, got [3, 4]");
        assertDetail(400, "invalid-request", get(RELATED).withQuery("limit", ""), "one value of limit, got []");
    }

    @Test
    void objects_otherParameterOrValue_isInvalid() {
        String objects = "/v1/images/%s/objects".formatted(Corpus.AT_0);

        assertDetail(400, "invalid-request", get(objects).withQuery("limit", "3"), "among [hidden], got [limit]");
        assertDetail(400, "invalid-request", get(objects).withQuery("hidden", "yes"), "got 'yes'");
        assertDetail(400, "invalid-request", get(objects).withQuery("hidden", ""), "one value of hidden, got []");
        assertDetail(400, "invalid-request", get(objects).withQuery("hidden", "true", "false"), "one value of hidden");
    }

    @Test
    void flashlight_wrongRefinement_namesFieldAndValue() {
        assertFlashlight("\"tags\":[\"hare\",\"hare\"]", "'hare' in tags[0] and tags[1]");
        assertFlashlight("\"tags\":[\"\"]", "a name in tags[0], got ''");
        assertFlashlight("\"tags\":[null]", "a name in tags[0], got null");
        assertFlashlight("\"tags\":\"hare\"", "unexpected type of value in 'tags'");
        assertFlashlight("\"tags\":[{}]", "unexpected type of value in 'tags.[0]'");
        assertFlashlight("\"category\":\" \"", "a name in category, got ' '");
        assertFlashlight("\"tag\":\"hare\"", "unknown field 'tag'");
    }

    private void assertFlashlight(String fields, String detail) {
        String body = "{\"objectId\":\"%s-0\",%s}".formatted(Corpus.AT_0, fields);
        assertDetail(
                400,
                "invalid-request",
                ApiEvent.recorded("post-json").withPath("/v1/flashlight").withBody(body),
                detail);
    }

    @Test
    void image_malformedId_isInvalid() {
        assertDetail(400, "invalid-request", get("/v1/images/cat.jpg"), "got 'cat.jpg'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/related", "/objects"})
    void image_unknown_isNotFound(String operation) {
        String unknown = Fixtures.aSignature(999).hex();

        assertDetail(404, "not-found", get("/v1/images/" + unknown + operation), unknown);
        assertDetail(404, "not-found", get("/v1/images/src-" + unknown + operation), "src-" + unknown);
    }

    @Test
    void related_pendingSource_isNotFoundAndNamesTheState() {
        SourceVersion version =
                Fixtures.aSourceVersion().withKey("still-pending.png").build();
        registry.record(Source.pending(version, "etag", Fixtures.NOW));

        assertDetail(404, "not-found", get("/v1/images/%s/related".formatted(version.id())), "it is pending");
    }

    @Test
    void route_unknown_isNotFound() {
        for (String path : List.of("/v1/nowhere", "/v1", "/")) {
            assertDetail(404, "not-found", get(path), "no such operation");
        }
    }

    @Test
    void method_wrong_isNotAllowed() {
        problem(405, "method-not-allowed", get("/v1/lens"));
        problem(405, "method-not-allowed", get(RELATED).withMethod("DELETE"));
    }

    @Test
    void method_wrong_saysWhichThereAre() {
        assertThat(api.sendRaw(get("/v1/lens")).header("Allow")).isEqualTo("OPTIONS, POST");
        assertThat(api.sendRaw(get(RELATED).withMethod("DELETE")).header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
        assertThat(api.sendRaw(get("/v1/boards").withMethod("PUT")).header("Allow"))
                .isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void mediaType_wrong_isRefused() {
        ApiEvent text = ApiEvent.recorded("post-json").withHeader("Content-Type", "text/plain");

        problem(415, "unsupported-media-type", text);
        problem(415, "unsupported-media-type", text.withPath("/v1/lens"));
        problem(406, "not-acceptable", get(RELATED).withHeader("Accept", "text/html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "image", "/", "image/png; charset", "\u00e9/png"})
    void mediaType_malformed_isNoServerError(String type) {
        problem(415, "unsupported-media-type", ApiEvent.recorded("post-json").withHeader("Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/flashlight", "/v1/uploads"})
    void body_notAsDocumented_isInvalidAndSaysWhy(String path) {
        assertBody(path, "{\"bytes\":", "expected JSON");
        assertBody(path, "cat", "expected JSON");
        assertBody(path, "", "got nothing");
        assertBody(path, "null", "got nothing");
        assertBody(path, "[]", "expected a JSON object");
        assertBody(path, "{\"colour\":\"red\"}", "unknown field 'colour'");
    }

    /** JSON can name half of a surrogate pair, which no text in UTF-8 can hold: neither a message nor a question to the index. */
    @Test
    void body_halfOfASurrogatePair_isInvalidAndShownAsAQuestionMark() {
        assertBody("/v1/flashlight", "{\"objectId\":\"\\ud800\"}", "got '?'");
        assertBody("/v1/uploads", "{\"fileName\":\"a\",\"contentType\":\"\\udfff\",\"bytes\":1}", "got '?'");
        assertFlashlight("\"category\":\"\\ud800\"", "Unicode text in category");
        assertFlashlight("\"tags\":[\"a\",\"\\udc00b\"]", "Unicode text in tags[1]");
    }

    @Test
    void body_fieldOfAnotherType_namesIt() {
        assertBody("/v1/flashlight", "{\"box\":{\"x\":\"left\"}}", "unexpected type of value in 'box.x'");
        assertBody("/v1/flashlight", "{\"box\":[0,0,1,1]}", "unexpected type of value in 'box'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | invalid-request | got neither",
                "{\"box\":{\"x\":0,\"y\":0,\"w\":1,\"h\":1}} | invalid-request | expected imageId",
                "{\"objectId\":\"SIG-0\",\"box\":{\"x\":0,\"y\":0,\"w\":1,\"h\":1}} | invalid-request | got both",
                "{\"imageId\":\"SIG\",\"box\":{\"x\":0,\"y\":0,\"h\":1}} | invalid-box | missing: w",
                "{\"imageId\":\"SIG\",\"box\":{\"x\":0,\"y\":0,\"w\":1.5,\"h\":1}} | invalid-box | w = 1.5",
                "{\"objectId\":\"SIG\"} | invalid-request | expected an object id",
                "{\"objectId\":\"SIG-0\",\"limit\":101} | invalid-request | limit in 1..100",
            })
    void flashlight_invalid_saysWhy(String body, String code, String detail) {
        assertDetail(400, code, post("/v1/flashlight", body.replace("SIG", Corpus.AT_0.hex())), detail);
    }

    @Test
    void flashlight_unknownObject_isNotFound() {
        String id = Corpus.AT_0 + "-9";

        assertDetail(404, "not-found", post("/v1/flashlight", "{\"objectId\":\"%s\"}".formatted(id)), id);
    }

    @Test
    void lens_aboveTheLimit_namesThePresignedFlow() {
        byte[] picture = new byte[(4 << 20) + 1];

        assertDetail(413, "too-many-bytes", ApiEvent.recorded("post-image").withBody(picture), "POST /v1/queries");
    }

    @Test
    void lens_empty_isRefused() {
        problem(422, "empty-image", ApiEvent.recorded("post-image").withBody(new byte[0]));
    }

    @Test
    void lens_workerSilent_isUnavailable() {
        problem(503, "analyzer-unavailable", ApiEvent.recorded("post-image"));
    }

    @Test
    void lens_anotherModelSet_isRefused() {
        analyzer.answerWith(
                Fixtures.anImageAnalysis().withModelSet(Fixtures.aModelSet("2")).build());

        problem(503, "model-set-mismatch", ApiEvent.recorded("post-image"));
    }

    @Test
    void uploads_invalid_saysWhy() {
        assertBody("/v1/uploads", "{\"contentType\":\"image/png\",\"bytes\":1}", "expected fileName");
        assertBody("/v1/uploads", "{\"fileName\":\"a\",\"contentType\":\"text/html\",\"bytes\":1}", "text/html");
        assertDetail(
                413,
                "too-many-bytes",
                post("/v1/uploads", "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":67108865}"),
                "at most 67108864 bytes");
    }

    @Test
    void image_indexUnavailable_is503() {
        registry.becomeUnavailable();

        problem(503, "index-unavailable", get("/v1/images/src-" + Corpus.AT_0));
    }

    @Test
    void anything_unexpected_isADefectThatTellsNothing() {
        analyzer.failWith(new IllegalStateException("secret"));

        JsonNode problem = problem(500, "defect", ApiEvent.recorded("post-image"));

        assertThat(problem.get("detail").asText()).isEqualTo("an error of Sightline itself");
    }

    private void assertBody(String path, String body, String detail) {
        assertDetail(400, "invalid-request", post(path, body), detail);
    }

    private void assertDetail(int status, String code, ApiEvent event, String detail) {
        assertThat(problem(status, code, event).get("detail").asText()).contains(detail);
    }

    private JsonNode problem(int status, String code, ApiEvent event) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        JsonNode problem = response.body();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(response.retryAfter()).as("Retry-After of %d", status).matches(status == 503 ? "[1-9]\\d*" : "");
        assertThat(problem.get("type").asText()).endsWith("/" + code);
        assertThat(problem.get("requestId").asText()).isEqualTo(REQUEST_ID);
        return problem;
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private static ApiEvent post(String path, String body) {
        return ApiEvent.recorded("post-json").withPath(path).withBody(body);
    }
}
