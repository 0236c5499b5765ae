package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.DownloadGrant;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PresignedUpload;
import dev.sightline.storage.S3ImageStore;
import dev.sightline.storage.StoredFile;
import dev.sightline.storage.UploadGrant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3ImageStoreIT extends ImageStoreContract {

    private static final String KEY = "uploads/a b+é:1.png";
    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    private final TestBucket bucket = new TestBucket();
    private final S3Presigner presigner =
            S3Presigner.builder().s3Client(bucket.s3()).build();
    private final S3ImageStore store = new S3ImageStore(bucket.s3(), presigner, bucket.name());

    @Override
    protected ImageStore store() {
        return store;
    }

    @Override
    protected String put(String key, byte[] bytes) {
        return bucket.put(key, bytes);
    }

    @Override
    protected void remove(String key) {
        bucket.remove(key);
    }

    @AfterEach
    void removeBucket() {
        presigner.close();
        bucket.close();
    }

    @Test
    void presignUpload_sentAsGranted_storesTheObject() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));
        assertThat(send(upload, upload.headers(), BYTES)).isEqualTo(200);
        StoredFile stored = store.read(KEY, 100).orElseThrow();
        assertThat(stored.bytes()).isEqualTo(BYTES);
        assertThat(stored.knownTrace()).contains(Fixtures.TRACE);
        assertThat(bucket.s3()
                        .headObject(request -> request.bucket(bucket.name()).key(KEY))
                        .contentType())
                .isEqualTo("image/png");
    }

    @Test
    void presignUpload_otherContentType_isForbidden() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));
        assertThat(send(upload, Map.of("content-type", "text/html"), BYTES)).isEqualTo(403);
        assertThat(store.etag(KEY)).isEmpty();
    }

    @Test
    void presignUpload_otherSize_isForbidden() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));
        assertThat(send(upload, upload.headers(), new byte[6])).isEqualTo(403);
        assertThat(store.etag(KEY)).isEmpty();
    }

    @Test
    void presignUpload_usedAgain_replacesNothing() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));
        assertThat(send(upload, upload.headers(), BYTES)).isEqualTo(200);

        assertThat(send(upload, upload.headers(), new byte[] {9, 9, 9, 9, 9})).isEqualTo(412);
        assertThat(store.read(KEY, 100).orElseThrow().bytes()).isEqualTo(BYTES);
    }

    /** The condition is signed too. */
    @Test
    void presignUpload_withoutItsCondition_isForbidden() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));

        assertThat(send(upload, Map.of("content-type", "image/png"), BYTES)).isEqualTo(403);
        assertThat(store.etag(KEY)).isEmpty();
    }

    @Test
    void presignUpload_forAnotherKey_isForbidden() throws Exception {
        PresignedUpload upload = presign(Duration.ofMinutes(5));
        URI elsewhere = URI.create(upload.url().toString().replace("%3A1.png", "%3A2.png"));
        assertThat(elsewhere).isNotEqualTo(upload.url());

        assertThat(send(
                        new PresignedUpload(elsewhere, upload.method(), upload.headers(), upload.expiresAt()),
                        upload.headers(),
                        BYTES))
                .isEqualTo(403);
    }

    @Test
    void presignUpload_expired_isForbidden() throws Exception {
        PresignedUpload upload = presign(Duration.ofSeconds(1));
        Thread.sleep(Duration.ofMillis(2_100));
        assertThat(send(upload, upload.headers(), BYTES)).isEqualTo(403);
    }

    @Test
    void presignDownload_untilItExpires_givesTheBytesWithTheGrantedType() throws Exception {
        bucket.put(KEY, BYTES);
        URI url = store.presignDownload(new DownloadGrant(KEY, "image/png", Duration.ofMinutes(5)));
        URI expired = store.presignDownload(new DownloadGrant(KEY, "image/png", Duration.ofSeconds(1)));

        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(BYTES);
            assertThat(answer.headers().firstValue("content-type")).contains("image/png");
            Thread.sleep(Duration.ofMillis(2_100));
            assertThat(http.send(HttpRequest.newBuilder(expired).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private PresignedUpload presign(Duration validFor) {
        return store.presignUpload(new UploadGrant(KEY, "image/png", BYTES.length, validFor, Fixtures.TRACE));
    }

    private static int send(PresignedUpload upload, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(upload.url()).method(upload.method(), BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
