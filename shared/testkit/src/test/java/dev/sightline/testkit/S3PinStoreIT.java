package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.PinRecord;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.S3PinStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3PinStoreIT extends PinStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3PinStore store = new S3PinStore(bucket.s3(), bucket.name());

    @Override
    protected PinStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void create_record_isValidJsonUnderItsKey() {
        PinRecord pin = Fixtures.aPin(1, 1);
        store.create(pin);
        var object = bucket.s3()
                .getObjectAsBytes(request -> request.bucket(bucket.name()).key(CatalogueKeys.pin(pin.id())));
        assertThat(object.response().contentType()).isEqualTo("application/json");
        EventSchemas.assertValid(object.asUtf8String(), PinRecord.class);
    }

    @Test
    void ofImage_otherObjectsBesideThem_areNotRead() {
        PinRecord pin = Fixtures.aPin(1, 1);
        store.create(pin);
        bucket.put(CatalogueKeys.pinsOf(pin.id().image()) + "README", new byte[] {1});

        assertThat(store.ofImage(pin.id().image())).containsExactly(pin);
    }

    @Test
    void find_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3PinStore(dead, bucket.name())
                            .find(Fixtures.aPin(1, 1).id()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
