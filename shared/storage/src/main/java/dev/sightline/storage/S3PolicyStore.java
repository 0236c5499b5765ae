package dev.sightline.storage;

import dev.sightline.events.PolicyKeys;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The policy in a bucket, under {@link PolicyKeys}. Safe for all threads.
 *
 * <p>Whether there is a document is asked by listing its key: S3 answers a missing key with "forbidden" to those who may not list, and
 * a reader of the policy may list this one key only.
 */
public final class S3PolicyStore implements PolicyStore {

    private final S3Client s3;
    private final String bucket;

    public S3PolicyStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<String> etag() {
        try {
            return s3
                    .listObjectsV2(request ->
                            request.bucket(bucket).prefix(PolicyKeys.CURRENT).maxKeys(1))
                    .contents()
                    .stream()
                    .filter(object -> object.key().equals(PolicyKeys.CURRENT))
                    .map(object -> S3Condition.withoutQuotes(object.eTag()))
                    .findFirst();
        } catch (SdkException e) {
            throw S3Failure.of("looking for " + PolicyKeys.CURRENT, e);
        }
    }

    @Override
    public Optional<StoredPolicy> current() {
        return etag().flatMap(known -> read(PolicyKeys.CURRENT));
    }

    @Override
    public boolean replace(String document, @Nullable String expectedEtag) {
        return put(PolicyKeys.CURRENT, document, request -> {
            if (expectedEtag == null) {
                request.ifNoneMatch(S3Condition.NO_OBJECT);
            } else {
                request.ifMatch(S3Condition.quoted(expectedEtag));
            }
        });
    }

    @Override
    public boolean keep(String version, String document) {
        return put(PolicyKeys.kept(version), document, request -> request.ifNoneMatch(S3Condition.NO_OBJECT));
    }

    @Override
    public Optional<String> kept(String version) {
        return read(PolicyKeys.kept(version)).map(StoredPolicy::document);
    }

    private Optional<StoredPolicy> read(String key) {
        try {
            var object = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key));
            GetObjectResponse response = object.response();
            return Optional.of(new StoredPolicy(object.asUtf8String(), S3Condition.withoutQuotes(response.eTag())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading " + key, e);
        }
    }

    private boolean put(String key, String document, Consumer<PutObjectRequest.Builder> condition) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key).contentType("application/json");
        condition.accept(request);
        try {
            s3.putObject(request.build(), RequestBody.fromString(document));
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
}
