package dev.sightline.storage;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of one bucket. Keys come as they are: the SDK decodes the form in which S3 lists them. Safe for all threads. */
public final class S3BucketListing implements BucketListing {

    private final S3Client s3;
    private final String bucket;

    public S3BucketListing(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public List<BucketObject> page(String prefix, String afterKey, int limit) {
        ListObjectsV2Request.Builder request =
                ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).maxKeys(limit);
        if (!afterKey.isEmpty()) {
            request.startAfter(afterKey);
        }
        try {
            return s3.listObjectsV2(request.build()).contents().stream()
                    .map(S3BucketListing::object)
                    .toList();
        } catch (SdkException e) {
            throw S3Failure.of("listing " + bucket, e);
        }
    }

    private static BucketObject object(S3Object object) {
        return new BucketObject(object.key(), object.eTag().replace("\"", ""), object.size(), object.lastModified());
    }
}
