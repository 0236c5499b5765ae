package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.RankerKeys;
import dev.sightline.storage.RankerStore;
import dev.sightline.storage.S3RankerStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3RankerStoreIT extends RankerStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3RankerStore store = new S3RankerStore(bucket.s3(), bucket.name());

    @Override
    protected RankerStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void versions_otherObjectsBesideThem_areNone() {
        store.keep("linear-1", "{}");
        bucket.put(RankerKeys.FOLDER + "README", new byte[] {1});
        bucket.put("policy.json", new byte[] {1});

        assertThat(store.versions()).containsExactly("linear-1");
    }

    @Test
    void kept_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3RankerStore(dead, bucket.name()).kept("linear-1"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
