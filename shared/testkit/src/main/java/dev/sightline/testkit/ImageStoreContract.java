package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.DownloadGrant;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.StoredFile;
import dev.sightline.storage.UploadGrant;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ImageStore} does. */
public abstract class ImageStoreContract {

    private static final String KEY = "photos/chair.jpg";

    /** Keys that break where one is encoded or decoded once too often: each names an object of its own. */
    private static final List<String> DIFFICULT_KEYS = List.of(
            "a b.jpg",
            "a+b.jpg",
            "a%20b.jpg",
            "a%2Bb.jpg",
            "é/ü ñ.png",
            "10:30.png",
            "x/y/z.png",
            "a&b=c.png",
            "a#b?c.png",
            "a//b.png",
            "日本.webp",
            "~(a)'!*.gif");

    /** The store, empty before each test. */
    protected abstract ImageStore store();

    /** Puts an object and returns its ETag without quotes. */
    protected abstract String put(String key, byte[] bytes);

    /** Deletes an object. */
    protected abstract void remove(String key);

    @Test
    void read_storedObject_givesItsBytesAndEtag() {
        String etag = put(KEY, bytes("chair"));
        StoredFile file = store().read(KEY, 100).orElseThrow();
        assertThat(file.bytes()).isEqualTo(bytes("chair"));
        assertThat(file.etag()).isEqualTo(etag).doesNotContain("\"");
    }

    @Test
    void read_difficultKeys_givesEachItsOwnObject() {
        DIFFICULT_KEYS.forEach(key -> put(key, bytes(key)));
        for (String key : DIFFICULT_KEYS) {
            assertThat(store().read(key, 100).orElseThrow().bytes()).as(key).isEqualTo(bytes(key));
            assertThat(store().etag(key)).as(key).isPresent();
        }
    }

    @Test
    void read_missingObject_isEmpty() {
        assertThat(store().read(KEY, 100)).isEmpty();
        assertThat(store().etag(KEY)).isEmpty();
    }

    @Test
    void read_removedObject_isEmpty() {
        put(KEY, bytes("chair"));
        remove(KEY);
        assertThat(store().read(KEY, 100)).isEmpty();
        assertThat(store().etag(KEY)).isEmpty();
    }

    @Test
    void read_objectOfExactlyTheLimit_givesAllBytes() {
        put(KEY, new byte[100]);
        assertThat(store().read(KEY, 100).orElseThrow().bytes()).hasSize(100);
    }

    @Test
    void read_objectAboveTheLimit_isRefusedWithBothSizes() {
        put(KEY, new byte[101]);
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> store().read(KEY, 100))
                .withMessageContainingAll(KEY, "100", "101")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_BYTES));
    }

    @Test
    void read_emptyObject_givesNoBytes() {
        put(KEY, new byte[0]);
        assertThat(store().read(KEY, 100).orElseThrow().bytes()).isEmpty();
    }

    @Test
    void etag_replacedObject_isAnother() {
        String first = put(KEY, bytes("chair"));
        String second = put(KEY, bytes("table"));
        assertThat(second).isNotEqualTo(first);
        assertThat(store().etag(KEY)).contains(second);
        assertThat(store().read(KEY, 100).orElseThrow().etag()).isEqualTo(second);
    }

    @Test
    void presignUpload_grant_givesPutWithTheContentType() {
        PresignedUpload upload =
                store().presignUpload(new UploadGrant(KEY, "image/jpeg", 5, Duration.ofMinutes(5), Fixtures.TRACE));
        assertThat(upload.method()).isEqualTo("PUT");
        assertThat(upload.headers()).containsEntry("content-type", "image/jpeg");
        assertThat(upload.url().isAbsolute()).isTrue();
    }

    @Test
    void presignDownload_grant_isAnAbsoluteUrlOfTheKey() {
        URI url = store().presignDownload(new DownloadGrant(KEY, "image/jpeg", Duration.ofMinutes(5)));

        assertThat(url.isAbsolute()).isTrue();
        assertThat(url.toString()).contains("chair.jpg");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
