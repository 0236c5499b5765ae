package dev.sightline.storage;

import dev.sightline.events.EventJson;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Records in one bucket, as {@link EventJson}. */
record S3Json(S3Client s3, String bucket) {

    void put(String key, Object value) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType("application/json"),
                    RequestBody.fromString(EventJson.write(value)));
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    <T> Optional<T> read(String key, Class<T> type) {
        try {
            String json = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asUtf8String();
            return Optional.of(EventJson.read(json, type));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }
}
