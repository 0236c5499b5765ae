package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.S3ThumbnailStore;
import dev.sightline.storage.ThumbnailStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3ThumbnailStoreIT extends ThumbnailStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3ThumbnailStore store = new S3ThumbnailStore(bucket.s3(), bucket.name());

    @Override
    protected ThumbnailStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void save_thumbnail_liesUnderItsKeyAsJpeg() {
        store.save(Fixtures.aSignature(1), new byte[] {1});

        assertThat(bucket.s3()
                        .headObject(request ->
                                request.bucket(bucket.name()).key("thumbnails/" + Fixtures.aSignature(1) + ".jpg"))
                        .contentType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void find_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3ThumbnailStore(dead, bucket.name()).find(Fixtures.aSignature(1)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
