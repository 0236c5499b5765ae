package dev.sightline.storage;

import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The feature records of one bucket, as {@link EventJson} under {@link FeatureRecord#key()}. Safe for all threads. */
public final class S3FeatureStore implements FeatureStore {

    private final S3Client s3;
    private final String bucket;

    public S3FeatureStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void save(FeatureRecord features) {
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(features.key()).contentType("application/json"),
                    RequestBody.fromString(EventJson.write(features)));
        } catch (SdkException e) {
            throw S3Failure.of("saving " + features.key(), e);
        }
    }

    @Override
    public Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature) {
        String key = FeatureRecord.key(modelSet, signature);
        try {
            String json = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asUtf8String();
            return Optional.of(EventJson.read(json, FeatureRecord.class));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }
}
