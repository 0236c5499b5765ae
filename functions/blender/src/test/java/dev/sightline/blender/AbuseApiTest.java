package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.blender.LambdaApi.RawResponse;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.blender.receive.CursorSeal;
import dev.sightline.testkit.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends who means harm, through the function's handler: each is refused by a name, and none is an error of ours. */
@QuarkusTest
class AbuseApiTest {

    private static final String IMAGE = Corpus.AT_0.hex();
    private static final String BOARD = "brd-" + "0".repeat(32);
    private static final String PLACE = BOARD;
    private static final int MEGABYTE = 1 << 20;

    private final LambdaApi api = new LambdaApi();

    @Test
    void body_thatIsTooLarge_isRefusedByName() {
        assertRefused(
                413,
                "too-many-bytes",
                ApiEvent.recorded("post-image").withPath("/v1/lens").withBody(new byte[4 * MEGABYTE + 1]));
        assertRefused(
                400,
                "invalid-request",
                post("/v1/boards", "{\"name\":\"a\",\"description\":\"%s\"}".formatted("x".repeat(MEGABYTE))));
        assertRefused(
                413,
                "too-many-bytes",
                post(
                        "/v1/uploads",
                        "{\"fileName\":\"a\",\"contentType\":\"image/png\",\"bytes\":%d}".formatted(Long.MAX_VALUE)));
    }

    @Test
    void json_thatWouldCostMuchToRead_isRefusedByName() {
        for (String json : new String[] {
            "[".repeat(100_000),
            "{\"name\":".repeat(5_000),
            "{\"limit\":%s}".formatted("9".repeat(5_000)),
            "{\"%s\":1}".formatted("k".repeat(100_000)),
            "{\"limit\":1e1000000000}",
            "\u0000",
            "{\"name\":\"a\"}{\"name\":\"b\"}extra"
        }) {
            assertRefused(400, "invalid-request", post("/v1/flashlight", json));
        }
    }

    @Test
    void ids_inMasses_areRefusedByName() {
        String event = "{\"eventId\":\"1\"}";
        String events = IntStream.range(0, 501).mapToObj(i -> event).collect(Collectors.joining(","));
        String tags = IntStream.range(0, 9).mapToObj("\"t%d\""::formatted).collect(Collectors.joining(","));

        assertRefused(400, "invalid-request", post("/v1/events", "{\"events\":[%s]}".formatted(events)));
        assertRefused(
                400,
                "invalid-request",
                post("/v1/flashlight", "{\"objectId\":\"%s-0\",\"tags\":[%s]}".formatted(IMAGE, tags)));
        assertRefused(400, "invalid-request", get("/v1/images/" + IMAGE.repeat(1000)));
        assertRefused(400, "invalid-request", get("/v1/images").withQuery("limit", "101"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2f..%2fkeys%2f0123456789abcdef.json",
                "%2e%2e",
                "%00",
                "src-..",
                "brd-%2f",
                "0123%0d%0aX-Evil:1",
                "*",
                "a;b=c"
            })
    void id_thatIsAPath_isRefusedByName(String id) {
        for (String path : new String[] {"/v1/images/%s", "/v1/boards/%s", "/v1/pins/%s", "/v1/images/%s/thumbnail"}) {
            Response response = api.send(get(path.formatted(id)));

            assertThat(response.status()).as(path.formatted(id)).isIn(400, 404);
            assertThat(response.body().path("code").asText()).isIn("invalid-request", "not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../keys/0123456789abcdef.json",
                "..\\..\\keys\\x.json",
                "/etc/passwd",
                "a/../../../b",
                "..",
                "a\u0000.png",
                "a\r\nX-Evil: 1",
                "collections/other/a.png",
                "\u202egnp.exe",
                "\uff0e\uff0e\uff0fa.png"
            })
    void fileName_thatIsAPath_becomesAPlainNameOfAPlainFolder(String fileName) throws Exception {
        String json = new com.fasterxml.jackson.databind.ObjectMapper()
                .createObjectNode()
                .put("fileName", fileName)
                .put("contentType", "image/png")
                .put("bytes", 7)
                .toString();

        Response response = api.send(post("/v1/uploads", json));

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.body().path("imageKey").asText())
                .matches("uploads/[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9a-f-]{36}/[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    @Test
    void header_thatHoldsAnother_isRefusedByName() {
        assertRefused(
                400,
                "invalid-request",
                post("/v1/uploads", "{\"fileName\":\"a\",\"contentType\":\"image/png\\r\\nX-Evil: 1\",\"bytes\":7}"));
        assertRefused(
                400,
                "invalid-request",
                post("/v1/boards", "{\"name\":\"a\"}").withHeader("Idempotency-Key", "a b\tX-Evil: 1"));
        assertRefused(401, "unauthenticated", get("/v1/boards").withKey(ApiKeys.ADMIN.text() + "\tX-Api-Key: x"));
    }

    @Test
    void origin_thatIsNotListed_isNeverSaidBack() {
        RawResponse response =
                api.sendRaw(get("/v1/boards").withHeader("Origin", "https://page.example, https://evil.example"));

        assertThat(response.headers().toString()).doesNotContain("evil");
    }

    @Test
    void cursor_ofAnotherListOrChanged_isRefusedByName() {
        String forged = seal(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), "another secret")
                .seal("* /v1/boards?{}", PLACE);
        String other = valid().seal("* /v1/images?{}", PLACE);

        for (String cursor : new String[] {forged, other, "AAAA", "é", "x".repeat(5_000)}) {
            assertRefused(400, "invalid-cursor", get("/v1/boards").withQuery("cursor", cursor));
        }
        assertThat(api.send(get("/v1/boards").withQuery("cursor", valid().seal("* /v1/boards?{}", PLACE)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void cursor_ofMoreThanADayBefore_isRefusedByName() {
        Clock before = Clock.fixed(Fixtures.NOW.minus(Duration.ofHours(25)), ZoneOffset.UTC);
        String old = seal(before, FakeAdapters.CURSOR_SECRET).seal("* /v1/boards?{}", PLACE);

        assertRefused(410, "expired-cursor", get("/v1/boards").withQuery("cursor", old));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/images/\uff10\uff11",
                "/v1/images/SRC-0000000000000000000000000000000000000000000000000000000000000000",
                "/v1/images/\u0441rc-0000000000000000000000000000000000000000000000000000000000000000",
                "/v1/boards/brd-0000000000000000000000000000000\u0660",
                "/v1/boards/BRD-00000000000000000000000000000000",
                "/v1/pins/pin-\u0130"
            })
    void id_inLettersThatLookLikeOthers_isRefusedByName(String path) {
        assertRefused(400, "invalid-request", get(path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/boards | {'name':68858}",
                "/v1/boards | {'name':true}",
                "/v1/boards | {'name':'a','description':-4.5}",
                "/v1/uploads | {'fileName':'a','contentType':'image/png','bytes':'9'}",
                "/v1/uploads | {'fileName':'a','contentType':'image/png','bytes':9.5}",
                "/v1/flashlight | {'imageId':'%s','box':{'x':'0','y':0,'w':1,'h':1}}",
                "/v1/flashlight | {'imageId':'%s','limit':'5'}"
            },
            quoteCharacter = '`')
    void json_ofOtherTypesThanTheDocuments_isRefusedByName(String path, String json) {
        assertRefused(
                400, "invalid-request", post(path, json.formatted(Corpus.AT_0).replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0660", "\uff11\uff10", "10\u200b", "+10", " 10", "0x10", "1e1"})
    void limit_inOtherDigits_isRefusedByName(String limit) {
        assertRefused(400, "invalid-request", get("/v1/images").withQuery("limit", limit));
    }

    private void assertRefused(int status, String code, ApiEvent event) {
        Response response = api.send(event);

        assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
        assertThat(response.body().path("code").asText()).isEqualTo(code);
    }

    private static CursorSeal valid() {
        return seal(Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), FakeAdapters.CURSOR_SECRET);
    }

    private static CursorSeal seal(Clock clock, String secret) {
        return new CursorSeal(() -> secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }

    private static ApiEvent post(String path, String json) {
        return ApiEvent.recorded("post-json").withPath(path).withBody(json);
    }
}
