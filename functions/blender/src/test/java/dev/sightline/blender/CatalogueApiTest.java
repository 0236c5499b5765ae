package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.blender.LambdaApi.RawResponse;
import dev.sightline.blender.LambdaApi.Response;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryImageStore;
import dev.sightline.testkit.InMemoryQueueGauge;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryThumbnailStore;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, the files of its images and the status, through the function's handler. */
@QuarkusTest
class CatalogueApiTest {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 0, (byte) 0x80, 'a', (byte) 0xFF, (byte) 0xD9};
    private static final String THUMBNAIL = "/v1/images/%s/thumbnail".formatted(Corpus.AT_0);
    private static final String ORIGINAL = "/v1/images/%s/original".formatted(Corpus.AT_0);

    /** Newer than everything that other tests leave in the registry. */
    private static final Instant START = Fixtures.NOW.plusSeconds(1000);

    private final LambdaApi api = new LambdaApi();
    private final List<SourceVersion> recorded = new ArrayList<>();

    @Inject
    InMemoryVisualIndex index;

    @Inject
    InMemorySourceRegistry registry;

    @Inject
    InMemoryThumbnailStore thumbnails;

    @Inject
    InMemoryImageStore images;

    @Inject
    InMemoryQueueGauge queues;

    @BeforeEach
    void fill() {
        Corpus.writeTo(index);
        thumbnails.save(Corpus.AT_0, JPEG);
    }

    @AfterEach
    void forget() {
        recorded.forEach(version -> registry.forget(version.id()));
        registry.becomeAvailable();
        thumbnails.becomeAvailable();
        queues.permit();
    }

    @Test
    void images_always_listsKeysOfEveryStateNewestFirst() {
        record(Source.indexed(
                version("shop/a b.jpg"), Corpus.AT_0, Fixtures.aModelSet().id(), START));
        record(Source.pending(version("shop/new.jpg"), "etag", START.plusSeconds(2)));
        record(Source.rejected(version("shop/text.jpg"), ErrorCode.BROKEN_IMAGE, "no JPEG", START.plusSeconds(1)));
        record(Source.removed(version("shop/gone.jpg"), START.plusSeconds(3)));

        JsonNode answer = ok(get("/v1/images").withQuery("limit", "3"));

        assertThat(keys(answer)).containsExactly("shop/new.jpg", "shop/text.jpg", "shop/a b.jpg");
        assertThat(answer.at("/images/0"))
                .hasToString("""
                {"id":"%s","state":"pending","key":"shop/new.jpg","fileName":"new.jpg","receivedAt":"%s","changedAt":"%s"}""".formatted(version("shop/new.jpg").id(), START.plusSeconds(2), START.plusSeconds(2)));
        assertThat(answer.at("/images/1/reason").asText()).isEqualTo("broken-image");
        assertThat(answer.at("/images/1/detail").asText()).isEqualTo("no JPEG");
        assertThat(answer.at("/images/2")).hasToString("""
                {"id":"%s","state":"indexed","key":"shop/a b.jpg","fileName":"a b.jpg","receivedAt":"%s","changedAt":"%s",\
                "imageId":"%s","modelSet":"%s","contentType":"image/png","width":100,"height":50,"thumbnail":"%s","original":"%s"}""".formatted(
                        version("shop/a b.jpg").id(),
                        START,
                        START,
                        Corpus.AT_0,
                        Fixtures.aModelSet().id(),
                        THUMBNAIL,
                        ORIGINAL));
    }

    @Test
    void images_pagesWhileIndexingGoesOn_neitherRepeatNorMiss() {
        for (int i = 0; i < 4; i++) {
            record(Source.pending(version("walk/%d.jpg".formatted(i)), "etag", START.plusSeconds(i)));
        }
        JsonNode first = ok(get("/v1/images").withQuery("limit", "2"));
        assertThat(keys(first)).containsExactly("walk/3.jpg", "walk/2.jpg");

        record(Source.indexed(
                version("walk/0.jpg"), Corpus.AT_0, Fixtures.aModelSet().id(), START.plusSeconds(9)));
        record(Source.pending(version("walk/new.jpg"), "etag", START.plusSeconds(10)));

        JsonNode second = ok(get("/v1/images")
                .withQuery("limit", "2")
                .withQuery("cursor", first.get("next").asText()));
        assertThat(keys(second)).containsExactly("walk/1.jpg", "walk/0.jpg");
    }

    @Test
    void images_ofOneState_areListedAlone() {
        record(Source.rejected(version("no.jpg"), ErrorCode.EMPTY_IMAGE, "", START.plusSeconds(1)));
        record(Source.failed(version("gave-up.jpg"), ErrorCode.DEFECT, "", START.plusSeconds(2)));

        assertThat(keys(ok(get("/v1/images").withQuery("state", "failed").withQuery("limit", "1"))))
                .containsExactly("gave-up.jpg");
        assertThat(keys(ok(get("/v1/images").withQuery("state", "rejected").withQuery("limit", "1"))))
                .containsExactly("no.jpg");
    }

    @Test
    void images_cursorOfAnotherQuestionOrChanged_isInvalid() {
        record(Source.pending(version("a.jpg"), "etag", START));
        String cursor =
                ok(get("/v1/images").withQuery("limit", "1")).get("next").asText();

        assertInvalid(get("/v1/images").withQuery("cursor", cursor).withQuery("state", "pending"), "same list");
        assertInvalid(get("/v1/images").withQuery("cursor", "x" + cursor), "same list");
        assertInvalid(get("/v1/images").withQuery("cursor", "é"), "same list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "INDEXED", "indexed,pending"})
    void images_ofUnknownState_isInvalid(String state) {
        assertInvalid(
                get("/v1/images").withQuery("state", state), "[pending, indexed, rejected, failed], got '" + state);
    }

    @Test
    void images_indexUnavailable_is503() {
        registry.becomeUnavailable();

        assertThat(api.send(get("/v1/images")).status()).isEqualTo(503);
    }

    @Test
    void thumbnail_byImageId_isTheJpegToKeepForEver() {
        RawResponse answer = api.sendRaw(get(THUMBNAIL));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(JPEG);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{32}\"");
    }

    @Test
    void thumbnail_thatTheClientHas_is304WithoutBytes() {
        String etag = api.sendRaw(get(THUMBNAIL)).header("ETag");

        for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
            RawResponse answer = api.sendRaw(get(THUMBNAIL).withHeader("If-None-Match", known));
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(etag);
            assertThat(answer.header("Cache-Control")).contains("immutable");
        }
        assertThat(api.sendRaw(get(THUMBNAIL).withHeader("If-None-Match", "\"x\""))
                        .status())
                .isEqualTo(200);
    }

    /** The key may come to stand for another image. */
    @Test
    void thumbnail_bySourceId_isToBeAskedForAgain() {
        SourceVersion version = version("by-source.jpg");
        record(Source.indexed(version, Corpus.AT_0, Fixtures.aModelSet().id(), START));

        RawResponse answer = api.sendRaw(get("/v1/images/%s/thumbnail".formatted(version.id())));

        assertThat(answer.body()).isEqualTo(JPEG);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void thumbnail_ofAnImageOfBefore_saysThatThereIsNone() {
        Response answer = api.send(get("/v1/images/%s/thumbnail".formatted(Corpus.AT_20)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.body().get("code").asText()).isEqualTo("no-thumbnail");
    }

    /** Its thumbnail may still be stored: it is not given away. */
    @ParameterizedTest
    @ValueSource(strings = {"thumbnail", "original"})
    void file_ofAnImageThatIsNotInTheIndex_isNotFound(String file) {
        ImageSignature gone = Fixtures.aSignature(4711);
        thumbnails.save(gone, JPEG);

        Response answer = api.send(get("/v1/images/%s/%s".formatted(gone, file)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asText()).isEqualTo("not-found");
    }

    @Test
    void thumbnail_storageUnavailable_is503() {
        thumbnails.becomeUnavailable();

        Response answer = api.send(get(THUMBNAIL));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("code").asText()).isEqualTo("storage-unavailable");
    }

    @Test
    void original_ofAnImage_redirectsForFiveMinutes() {
        images.put(Corpus.key(0), Corpus.PIXELS_AT_0);

        RawResponse answer = api.sendRaw(get(ORIGINAL));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo("https://downloads.invalid/corpus%2Fat-0.png?type=image/png&seconds=300");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void original_thatIsInTheBucketNoMore_isNotFound() {
        images.remove(Corpus.key(0));

        assertThat(api.send(get(ORIGINAL)).body().get("detail").asText()).contains("no key of image");
    }

    @Test
    void status_always_tellsBacklogFreshnessAndWhatAnswersAreMadeWith() {
        record(Source.pending(version("waits.jpg"), "etag", Fixtures.NOW.minusSeconds(90)));
        queues.show(3, 2, 1);

        JsonNode status = ok(get("/v1/status"));

        assertThat(status.at("/sources").fieldNames())
                .toIterable()
                .containsExactly("pending", "indexed", "rejected", "failed", "removed");
        assertThat(status.at("/queues/0"))
                .hasToString("{\"name\":\"first\",\"waiting\":3,\"inFlight\":2,\"deadLetters\":1}");
        assertThat(status.get("policy").asText()).isNotBlank();
        assertThat(status.get("modelSet").asText())
                .isEqualTo(Fixtures.aModelSet().id().value());
        assertThat(status.get("generation").asInt()).isEqualTo(1);
        assertThat(status.get("images").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(status.get("countedAt").asText()).isEqualTo(Fixtures.NOW.toString());
        assertThat(status.get("version").asText()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(status.get("commit").asText()).matches("[0-9a-f]{12}\\+?|unknown");
    }

    private void record(Source source) {
        registry.record(source);
        recorded.add(source.version());
    }

    private static SourceVersion version(String key) {
        return Fixtures.aSourceVersion().withKey(key).build();
    }

    private static List<String> keys(JsonNode answer) {
        List<String> keys = new ArrayList<>();
        answer.get("images").forEach(image -> keys.add(image.get("key").asText()));
        return keys;
    }

    private JsonNode ok(ApiEvent event) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(200);
        return response.body();
    }

    private void assertInvalid(ApiEvent event, String detail) {
        Response response = api.send(event);
        assertThat(response.status()).as("%s", response.body()).isEqualTo(400);
        assertThat(response.body().get("code").asText())
                .isEqualTo(detail.equals("same list") ? "invalid-cursor" : "invalid-request");
        assertThat(response.body().get("detail").asText()).contains(detail);
    }

    private static ApiEvent get(String path) {
        return ApiEvent.recorded("get").withPath(path);
    }
}
