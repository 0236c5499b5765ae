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

/** Texts in one bucket: the one place where S3 is asked to read, write and delete an object as a whole. */
record S3Texts(S3Client s3, String bucket) {

    /** Writes a text, whatever lies under this key. */
    void put(String key, String text) {
        try {
            write(key, text, request -> {});
        } catch (SdkException e) {
            throw S3Failure.of("saving " + key, e);
        }
    }

    /** Writes the first text of a key; false: there is one, and nothing was changed. */
    boolean create(String key, String text) {
        return putIf(key, text, request -> request.ifNoneMatch(S3Condition.NO_OBJECT));
    }

    /** Writes in place of the text with this ETag; false: it is no longer there, and nothing was changed. */
    boolean replace(String key, String text, String expectedEtag) {
        return putIf(key, text, request -> request.ifMatch(S3Condition.quoted(expectedEtag)));
    }

    private boolean putIf(String key, String text, Consumer<PutObjectRequest.Builder> condition) {
        try {
            write(key, text, condition);
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

    private void write(String key, String text, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType(contentType(key));
        condition.accept(request);
        s3.putObject(request.build(), RequestBody.fromString(text));
    }

    private static String contentType(String key) {
        return key.endsWith(".jsonl") ? "application/x-ndjson" : "application/json";
    }

    /** A text with its ETag, or empty if there is none. */
    Optional<Versioned<String>> find(String key) {
        try {
            ResponseBytes<GetObjectResponse> object =
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            return Optional.of(new Versioned<>(
                    object.asUtf8String(),
                    S3Condition.withoutQuotes(object.response().eTag())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }

    Optional<String> read(String key) {
        return find(key).map(Versioned::value);
    }

    /** Deletes an object; an unknown one is no error. */
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
