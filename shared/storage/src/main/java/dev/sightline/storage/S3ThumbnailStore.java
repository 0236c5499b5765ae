package dev.sightline.storage;

import dev.sightline.events.ThumbnailKeys;
import dev.sightline.visual.ImageSignature;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Thumbnails in the bucket of features, under {@link ThumbnailKeys#thumbnail}. Safe for all threads.
 *
 * <p>Who reads may list that folder, so that S3 answers a missing thumbnail with "not found" rather than "forbidden".
 */
public final class S3ThumbnailStore implements ThumbnailStore {

    private final S3Client s3;
    private final String bucket;

    public S3ThumbnailStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void save(ImageSignature image, byte[] jpeg) {
        String key = ThumbnailKeys.thumbnail(image);
        try {
            s3.putObject(
                    request -> request.bucket(bucket).key(key).contentType("image/jpeg"), RequestBody.fromBytes(jpeg));
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    @Override
    public Optional<byte[]> find(ImageSignature image) {
        String key = ThumbnailKeys.thumbnail(image);
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }
}
