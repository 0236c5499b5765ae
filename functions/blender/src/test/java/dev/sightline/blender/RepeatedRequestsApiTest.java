package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.blender.repeat.RepeatedRequests;
import dev.sightline.blender.repeat.RequestKey;
import dev.sightline.testkit.InMemoryRequestStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests with an idempotency key, through the function's handler. */
@QuarkusTest
class RepeatedRequestsApiTest {

    private static final String UPLOAD = "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":7}";

    private final LambdaApi api = new LambdaApi();
    private final String key = UUID.randomUUID().toString();

    @Inject
    InMemoryRequestStore store;

    @Inject
    RepeatedRequests requests;

    @AfterEach
    void recover() {
        store.becomeAvailable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/boards | {\"name\":\"Porch é\"}",
                "/v1/uploads | " + UPLOAD,
                "/v1/queries | {\"contentType\":\"image/png\",\"bytes\":7}"
            })
    void post_again_givesTheSameAnswerAndCreatesNothing(String path, String body) {
        Response first = post(path, key, body);
        Response again = post(path, key, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(post(path, key + "x", body).body()).isNotEqualTo(first.body());
    }

    @Test
    void post_withTheKeyOfAnotherCaller_isAnotherRequest() {
        Response first = post("/v1/uploads", key, UPLOAD);

        Response other = api.send(ApiEvent.recorded("post-json")
                .withPath("/v1/uploads")
                .withHeader("Idempotency-Key", key)
                .withBody(UPLOAD)
                .withKey(ApiKeys.SPRING.text()));

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body().get("imageKey").asText()).startsWith("collections/spring/");
        assertThat(other.body()).isNotEqualTo(first.body());
    }

    @Test
    void post_againWithAnotherBody_isRefused() {
        post("/v1/boards", key, "{\"name\":\"Porch\"}");

        Response other = post("/v1/boards", key, "{\"name\":\"Veranda\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().get("code").asText()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void post_whileTheFirstRuns_isAConflictThatSaysWhenToComeAgain() {
        String body = "{\"name\":\"Porch\"}";
        requests.begin(
                RequestKey.of(ApiKeys.ADMIN.id(), "POST /v1/boards", key, body.getBytes(StandardCharsets.UTF_8)));

        Response second = post("/v1/boards", key, body);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("code").asText()).isEqualTo("request-in-progress");
        assertThat(second.retryAfter()).isEqualTo("1");
    }

    @Test
    void post_afterARefusal_isTheFirstAgain() {
        assertThat(post("/v1/boards", key, "{\"name\":\"\"}").status()).isEqualTo(400);

        assertThat(post("/v1/boards", key, "{\"name\":\"Porch\"}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ключ"})
    void post_withAKeyOfAnotherForm_isInvalid(String wrong) {
        assertThat(post("/v1/boards", wrong, "{\"name\":\"Porch\"}")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("invalid-request");
    }

    @Test
    void post_storageUnavailable_createsNothing() {
        store.becomeUnavailable();

        assertThat(post("/v1/boards", key, "{\"name\":\"Porch\"}").status()).isEqualTo(503);
    }

    private Response post(String path, String idempotencyKey, String body) {
        return api.send(ApiEvent.recorded("post-json")
                .withPath(path)
                .withHeader("Idempotency-Key", idempotencyKey)
                .withBody(body));
    }
}
