package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.S3BoardStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

class S3BoardStoreIT extends BoardStoreContract {

    private final TestBucket bucket = new TestBucket();
    private final S3BoardStore store = new S3BoardStore(bucket.s3(), bucket.name());

    @Override
    protected BoardStore store() {
        return store;
    }

    @AfterEach
    void removeBucket() {
        bucket.close();
    }

    @Test
    void create_record_isValidJsonUnderItsKey() {
        BoardRecord board = Fixtures.aBoard(1);
        store.create(board);
        var object = bucket.s3()
                .getObjectAsBytes(request -> request.bucket(bucket.name()).key(CatalogueKeys.board(board.id())));
        assertThat(object.response().contentType()).isEqualTo("application/json");
        EventSchemas.assertValid(object.asUtf8String(), BoardRecord.class);
    }

    @Test
    void list_otherObjectsBesideThem_areNotRead() {
        BoardRecord board = Fixtures.aBoard(1);
        store.create(board);
        bucket.put(CatalogueKeys.BOARDS + "README", new byte[] {1});

        assertThat(store.list(null, 10)).containsExactly(board);
    }

    @Test
    void find_nothingListens_isUnavailable() {
        try (S3Client dead =
                S3Client.builder().endpointOverride(LocalStack.DEAD).build()) {
            assertThatExceptionOfType(SightlineException.class)
                    .isThrownBy(() -> new S3BoardStore(dead, bucket.name())
                            .find(Fixtures.aBoard(1).id()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
        }
    }
}
