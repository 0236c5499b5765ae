package dev.sightline.local.operate;

import dev.sightline.storage.S3Failure;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What S3 tells of an object without its bytes: ETag without quotes, and size in bytes. */
public record ObjectHead(String etag, long bytes) {

    /** Looks at the objects of a bucket, by key; empty if there is none. */
    public static Function<String, Optional<ObjectHead>> in(S3Client s3, String bucket) {
        return key -> {
            try {
                HeadObjectResponse object =
                        s3.headObject(request -> request.bucket(bucket).key(key));
                return Optional.of(new ObjectHead(object.eTag().replace("\"", ""), object.contentLength()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (SdkException e) {
                throw S3Failure.of("looking at " + key, e);
            }
        };
    }
}
