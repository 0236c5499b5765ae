package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.S3PolicyStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3PolicyStoreIT extends PolicyStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3PolicyStore store = new S3PolicyStore(bucket.s3(), bucket.name());

    @Override
    protected PolicyStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void documents_always_lieAsJsonUnderTheirKeys() {
        store.replace("{}", null);
        store.keep("one", "{}");

        for (String key : new String[] {"policy/blender.json", "policy/history/one.json"}) {
            assertThat(bucket.s3()
                            .headObject(request -> request.bucket(bucket.name()).key(key))
                            .contentType())
                    .isEqualTo("application/json");
        }
    }

    @Test
    void etag_ofAKeyThatOnlyBeginsAlike_isAbsent() {
        bucket.put("policy/blender.json.old", new byte[] {'{', '}'});

        assertThat(store.etag()).isEmpty();
        assertThat(store.current()).isEmpty();
    }

    @Test
    void etag_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3PolicyStore(dead, bucket.name()).etag())
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
