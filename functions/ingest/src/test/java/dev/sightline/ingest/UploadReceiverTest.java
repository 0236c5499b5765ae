package dev.sightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.BucketChange.ObjectCreated;
import dev.sightline.ingest.BucketChange.ObjectDeleted;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadReceiverTest {

    private static final String KEY = "möbel/赤い椅子 №1+2%20.jpg";

    private final UploadReceiver receiver = new UploadReceiver();

    @Test
    void receive_withCreatedObject_keepsTheKeyAsItIs() {
        BucketChange change = receiver.receive(RecordedEvents.read("object-created.json"));

        SourceVersion source = new SourceVersion("images", KEY, new Sequencer("0062E99A88DC407460"));
        assertThat(change).isEqualTo(new ObjectCreated(source, "be76ee6efe6d33d4a1e3f3b8e4e4ac02", 5242));
    }

    @Test
    void receive_withDeletedObject_needsNeitherSizeNorEtag() {
        BucketChange change = receiver.receive(RecordedEvents.read("object-deleted.json"));

        assertThat(change)
                .isEqualTo(new ObjectDeleted(new SourceVersion("images", KEY, new Sequencer("0062E99A88DC407461"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "\"Object Created\"", "{\"detail-type\": \"Object Tagged\"}"})
    void receive_withSomethingElse_throwsInvalidRequest(String body) {
        assertThatThrownBy(() -> receiver.receive(body))
                .isInstanceOfSatisfying(
                        SightlineException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "sequencer, expected text at /detail/object/sequencer",
        "key, expected text at /detail/object/key",
        "etag, expected text at /detail/object/etag",
        "size, expected a whole number at /detail/object/size"
    })
    void receive_withoutAField_namesIt(String field, String message) {
        String body = RecordedEvents.read("object-created.json").replace('"' + field + '"', "\"other\"");

        assertThatThrownBy(() -> receiver.receive(body))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining(message);
    }
}
