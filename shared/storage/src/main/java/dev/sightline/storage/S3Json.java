package dev.sightline.storage;

import dev.sightline.events.EventJson;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Records in one bucket, as {@link EventJson}. */
record S3Json(S3Texts texts) {

    S3Json(S3Client s3, String bucket) {
        this(new S3Texts(s3, bucket));
    }

    void put(String key, Object value) {
        texts.put(key, EventJson.write(value));
    }

    /** Writes the first object of a key; false: there is one, and nothing was changed. */
    boolean create(String key, Object value) {
        return texts.create(key, EventJson.write(value));
    }

    /** Writes in place of the object with this ETag; false: it is no longer there, and nothing was changed. */
    boolean replace(String key, Object value, String expectedEtag) {
        return texts.replace(key, EventJson.write(value), expectedEtag);
    }

    <T> Optional<T> read(String key, Class<T> type) {
        return find(key, type).map(Versioned::value);
    }

    <T> Optional<Versioned<T>> find(String key, Class<T> type) {
        return texts.find(key).map(text -> new Versioned<>(EventJson.read(text.value(), type), text.etag()));
    }

    /** Deletes an object; an unknown one is no error. */
    void delete(String key) {
        texts.delete(key);
    }
}
