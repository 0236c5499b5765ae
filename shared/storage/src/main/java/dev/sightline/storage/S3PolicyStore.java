package dev.sightline.storage;

import dev.sightline.events.PolicyKeys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The policy in a bucket, under {@link PolicyKeys}. Safe for all threads.
 *
 * <p>Whether there is a document is asked by listing its key: S3 answers a missing key with "forbidden" to those who may not list, and
 * a reader of the policy may list this one key only.
 */
public final class S3PolicyStore implements PolicyStore {

    private final S3Client s3;
    private final String bucket;
    private final S3Texts documents;

    public S3PolicyStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.documents = new S3Texts(s3, bucket);
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
        return etag().flatMap(known -> documents.find(PolicyKeys.CURRENT))
                .map(found -> new StoredPolicy(found.value(), found.etag()));
    }

    @Override
    public boolean replace(String document, @Nullable String expectedEtag) {
        return expectedEtag == null
                ? documents.create(PolicyKeys.CURRENT, document)
                : documents.replace(PolicyKeys.CURRENT, document, expectedEtag);
    }

    @Override
    public boolean keep(String version, String document) {
        return documents.create(PolicyKeys.kept(version), document);
    }

    @Override
    public Optional<String> kept(String version) {
        return documents.read(PolicyKeys.kept(version));
    }
}
