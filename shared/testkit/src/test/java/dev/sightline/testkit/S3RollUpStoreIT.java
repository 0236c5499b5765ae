package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.storage.RollUpStore;
import dev.sightline.storage.S3RollUpStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3RollUpStoreIT extends RollUpStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3RollUpStore store = new S3RollUpStore(bucket.s3(), bucket.name());

    @Override
    protected RollUpStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void find_ofADayInAnotherForm_isEmpty() {
        bucket.put("rollups/%s.json".formatted(Engagements.TODAY), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(store.find(Engagements.TODAY)).isEmpty();
        assertThat(store.days()).containsExactly(Engagements.TODAY);
    }
}
