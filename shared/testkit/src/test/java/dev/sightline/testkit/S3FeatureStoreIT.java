package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.AnnouncedModelSet;
import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.S3FeatureStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3FeatureStoreIT extends FeatureStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3FeatureStore store = new S3FeatureStore(bucket.s3(), bucket.name());

    @Override
    protected FeatureStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void save_record_isValidJsonUnderItsKey() {
        FeatureRecord features = Fixtures.aFeatureRecord().build();
        store.save(features);
        var object = bucket.s3()
                .getObjectAsBytes(request -> request.bucket(bucket.name()).key(features.key()));
        assertThat(object.response().contentType()).isEqualTo("application/json");
        EventSchemas.assertValid(object.asUtf8String(), FeatureRecord.class);
    }

    @Test
    void announce_modelSet_isValidJsonUnderItsKey() {
        store.announce(Fixtures.aModelSet());
        var object = bucket.s3()
                .getObjectAsBytes(request -> request.bucket(bucket.name())
                        .key("features/%s/model-set.json"
                                .formatted(Fixtures.aModelSet().id())));
        EventSchemas.assertValid(object.asUtf8String(), AnnouncedModelSet.class);
    }

    @Test
    void find_noBucket_isADefect() {
        S3FeatureStore nowhere = new S3FeatureStore(bucket.s3(), LocalStack.uniqueName("missing"));
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> nowhere.find(Fixtures.aModelSet().id(), Fixtures.aSignature(1)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DEFECT));
    }

    @Test
    void find_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3FeatureStore(dead, bucket.name())
                            .find(Fixtures.aModelSet().id(), Fixtures.aSignature(1)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
