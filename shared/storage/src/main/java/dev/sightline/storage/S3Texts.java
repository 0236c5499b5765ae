package dev.sightline.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Texts in one bucket that are written on a condition. */
record S3Texts(S3Client s3, String bucket) {

    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    /** Writes a text unless there is one under this key; whether it was written. */
    boolean create(String key, String text) {
        return put(key, text, request -> request.ifNoneMatch("*"));
    }

    /** Replaces the text that has an ETag; whether it was replaced. */
    boolean replace(String key, String text, String etag) {
        return put(key, text, request -> request.ifMatch("\"" + etag + "\""));
    }

    private boolean put(String key, String text, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType(key));
        condition.accept(request);
        try {
            s3.putObject(request.build(), RequestBody.fromString(text));
            return true;
        } catch (S3Exception e) {
            if (e instanceof NoSuchKeyException
                    || e.statusCode() == PRECONDITION_FAILED
                    || e.statusCode() == CONFLICT) {
                return false;
            }
            throw S3Failure.of("saving " + key, e);
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    private static String contentType(String key) {
        return key.endsWith(".jsonl") ? "application/x-ndjson" : "application/json";
    }

    Optional<String> read(String key) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            return Optional.of(object.asUtf8String());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }

    void delete(String key) {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw S3Failure.of("deleting " + key, e);
        }
    }

    /** All objects whose keys begin with a prefix, by key. */
    List<S3Object> list(String prefix) {
        try {
            return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                    .toList();
        } catch (SdkException e) {
            throw S3Failure.of("listing %s of %s".formatted(prefix, bucket), e);
        }
    }

    /** The names of the folders directly below a prefix that ends with a slash. */
    List<String> folders(String prefix) {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter("/")
                .build();
        try {
            return s3.listObjectsV2Paginator(request).commonPrefixes().stream()
                    .map(folder -> folder.prefix()
                            .substring(prefix.length(), folder.prefix().length() - 1))
                    .toList();
        } catch (SdkException e) {
            throw S3Failure.of("listing the folders of " + bucket, e);
        }
    }
}
