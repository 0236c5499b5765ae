package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.RawResponse;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.blender.access.OperationRoles;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys and roles, through the function's handler. */
@QuarkusTest
class AccessApiTest {

    private static final String BOARDS = "/v1/boards";

    private final LambdaApi api = new LambdaApi();

    @Inject
    InMemoryAccessKeyStore keys;

    /** One operation as the document names it. */
    private record Operation(String method, String path, String role) {

        ApiEvent event() {
            String id = path.startsWith("/v1/boards")
                    ? "brd-" + "0".repeat(32)
                    : path.startsWith("/v1/pins") ? "pin-" + "0".repeat(64) + "-" + "0".repeat(32) : Corpus.AT_0.hex();
            boolean sends = method.equals("POST") || method.equals("PUT");
            ApiEvent event = ApiEvent.recorded(sends ? "post-json" : "get")
                    .withMethod(method)
                    .withPath(path.replace("{id}", id));
            return sends ? event.withBody("{}") : event;
        }
    }

    @AfterEach
    void recover() {
        keys.becomeAvailable();
    }

    @Test
    void operations_ofTheDocument_areThoseOfTheTable() {
        Set<String> documented = new HashSet<>();
        for (Operation operation : operations()) {
            documented.add("%s %s".formatted(operation.method(), operation.path()));
            assertThat(operation.role())
                    .isEqualTo(OperationRoles.of(operation.method(), operation.path())
                            .slug());
        }

        assertThat(documented).isEqualTo(OperationRoles.operations());
    }

    @Test
    void operation_each_withoutAKey_isUnauthenticated() {
        for (Operation operation : operations()) {
            RawResponse response = api.sendRaw(operation.event().withKey());

            assertThat(response.status()).as(operation.toString()).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).isEqualTo("ApiKey");
        }
    }

    @Test
    void operation_each_withARoleThatIsTooSmall_isForbidden() {
        for (Operation operation : operations()) {
            for (Map.Entry<AccessRole, AccessKey> held : Map.of(
                            AccessRole.READ,
                            ApiKeys.READ,
                            AccessRole.WRITE,
                            ApiKeys.WRITE,
                            AccessRole.ADMIN,
                            ApiKeys.ADMIN)
                    .entrySet()) {
                RawResponse response =
                        api.sendRaw(operation.event().withKey(held.getValue().text()));

                assertThat(response.status() == 403)
                        .as("%s as %s: %d", operation, held.getKey(), response.status())
                        .isEqualTo(!held.getKey().covers(AccessRole.ofSlug(operation.role())));
                assertThat(response.status()).isNotEqualTo(401);
            }
        }
    }

    @Test
    void forbidden_always_namesBothRoles() {
        Response response = api.send(post(BOARDS, "{\"name\":\"Porch\"}").withKey(ApiKeys.READ.text()));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body().path("code").asText()).isEqualTo("forbidden");
        assertThat(response.body().path("detail").asText())
                .isEqualTo("expected a key of role write, got one of role read");
    }

    /** The request's id is the same in all of them, so the whole answers can be compared. */
    @Test
    void unauthenticated_forWhateverReason_isTheSameAnswer() {
        String known = ApiKeys.ADMIN.text();
        String otherSecret =
                known.substring(0, known.length() - 43) + ApiKeys.READ.text().substring(21);
        JsonNode none = api.send(get(BOARDS).withKey()).body();

        for (String wrong : List.of(
                "",
                "slk_",
                known + "x",
                known.toUpperCase(Locale.ROOT),
                otherSecret,
                ApiKeys.UNKNOWN.text(),
                ApiKeys.EXPIRED.text(),
                ApiKeys.REVOKED.text(),
                "Bearer " + known,
                "slk_../boards/brd_" + "x".repeat(43),
                "ключ",
                "x".repeat(10_000))) {
            Response response = api.send(get(BOARDS).withKey(wrong));

            assertThat(response.status()).as(wrong).isEqualTo(401);
            assertThat(response.body()).as(wrong).isEqualTo(none);
        }
        assertThat(none.path("code").asText()).isEqualTo("unauthenticated");
    }

    @Test
    void severalKeys_inOneRequest_areNone() {
        assertThat(api.send(get(BOARDS).withKey(ApiKeys.ADMIN.text(), ApiKeys.READ.text()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keyStore_unavailable_isNoRefusal() {
        keys.becomeUnavailable();

        assertThat(api.send(get(BOARDS)
                                .withKey(dev.sightline.testkit.AccessKeys.aKey(77)
                                        .text()))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void unknownPathOrMethod_withoutAKey_isWhatTheContractSays() {
        assertThat(api.send(get("/v1/nothing").withKey()).status()).isEqualTo(404);
        assertThat(api.send(get("/v1/flashlight").withKey()).status()).isEqualTo(405);
    }

    @Test
    void document_withoutAKey_isServedAndSaysHowToSendOne() {
        JsonNode document = api.document();

        assertThat(document.at("/components/securitySchemes/ApiKey/name").asText())
                .isEqualTo("X-Api-Key");
        assertThat(document.path("security")).hasSize(1);
        assertThat(document.path("security").path(0).has("ApiKey")).isTrue();
    }

    @Test
    void answer_toAPageOfAListedOrigin_mayBeReadByIt() {
        RawResponse ok = api.sendRaw(get(BOARDS).withHeader("Origin", "https://page.example"));
        RawResponse refused = api.sendRaw(get(BOARDS).withKey().withHeader("Origin", "https://page.example"));

        for (RawResponse response : List.of(ok, refused)) {
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://page.example");
            assertThat(response.values("Vary")).contains("Origin");
            assertThat(response.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @Test
    void answer_toAPageOfAnotherOrigin_mayNot() {
        for (String origin : List.of("https://page.example.evil", "http://page.example", "null", "*")) {
            RawResponse response = api.sendRaw(get(BOARDS).withHeader("Origin", origin));

            assertThat(response.header("Access-Control-Allow-Origin"))
                    .as(origin)
                    .isEmpty();
            assertThat(response.values("Vary")).contains("Origin");
        }
    }

    private List<Operation> operations() {
        return api.document().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue().path("x-role").asText())))
                .toList();
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private static ApiEvent post(String path, String json) {
        return ApiEvent.recorded("post-json").withPath(path).withBody(json);
    }
}
