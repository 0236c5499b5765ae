package dev.sightline.storage;

import dev.sightline.events.EventJson;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Records in one bucket, as {@link EventJson}. */
record S3Json(S3Client s3, String bucket) {

    void put(String key, Object value) {
        try {
            write(key, value, request -> {});
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    /** Writes the first object of a key; false: there is one, and nothing was changed. */
    boolean create(String key, Object value) {
        return putIf(key, value, request -> request.ifNoneMatch(S3Condition.NO_OBJECT));
    }

    /** Writes in place of the object with this ETag; false: it is no longer there, and nothing was changed. */
    boolean replace(String key, Object value, String expectedEtag) {
        return putIf(key, value, request -> request.ifMatch(S3Condition.quoted(expectedEtag)));
    }

    <T> Optional<T> read(String key, Class<T> type) {
        return find(key, type).map(Versioned::value);
    }

    <T> Optional<Versioned<T>> find(String key, Class<T> type) {
        try {
            var object = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            T value = EventJson.read(object.asUtf8String(), type);
            return Optional.of(new Versioned<>(
                    value, S3Condition.withoutQuotes(object.response().eTag())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }

    /** Deletes an object; an unknown one is no error. */
    void delete(String key) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw S3Failure.of("deleting " + key, e);
        }
    }

    private boolean putIf(String key, Object value, Consumer<PutObjectRequest.Builder> condition) {
        try {
            write(key, value, condition);
            return true;
        } catch (S3Exception e) {
            if (S3Condition.isRefusal(e)) {
                return false;
            }
            throw S3Failure.of("saving " + key, e);
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    private void write(String key, Object value, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType("application/json");
        condition.accept(request);
        s3.putObject(request.build(), RequestBody.fromString(EventJson.write(value)));
    }
}
