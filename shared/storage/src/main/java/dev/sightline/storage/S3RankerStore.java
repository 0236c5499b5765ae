package dev.sightline.storage;

import dev.sightline.events.RankerKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Rankers in the bucket of features, under {@link RankerKeys#ranker}. Safe for all threads.
 *
 * <p>Other objects of that folder are no rankers. The bucket may be listed, so that S3 answers a missing one with "not found".
 */
public final class S3RankerStore implements RankerStore {

    private static final int PAGE = 1000;
    private static final String END = ".json";

    private final S3Client s3;
    private final String bucket;
    private final BucketListing listing;

    public S3RankerStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = new S3BucketListing(s3, bucket);
    }

    @Override
    public boolean keep(String version, String document) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(RankerKeys.ranker(version))
                .contentType("application/json")
                .ifNoneMatch(S3Condition.NO_OBJECT)
                .build();
        try {
            s3.putObject(request, RequestBody.fromString(document));
            return true;
        } catch (S3Exception e) {
            if (S3Condition.isRefusal(e)) {
                return false;
            }
            throw S3Failure.of("keeping ranker " + version, e);
        } catch (SdkException e) {
            throw S3Failure.of("keeping ranker " + version, e);
        }
    }

    @Override
    public Optional<String> kept(String version) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(RankerKeys.ranker(version)))
                            .asUtf8String());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of("reading ranker " + version, e);
        }
    }

    @Override
    public List<String> versions() {
        List<String> versions = new ArrayList<>();
        List<BucketObject> page = listing.page(RankerKeys.FOLDER, "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(BucketObject::key)
                    .filter(key -> key.endsWith(END))
                    .forEach(key ->
                            versions.add(key.substring(RankerKeys.FOLDER.length(), key.length() - END.length())));
            page = page.size() < PAGE
                    ? List.of()
                    : listing.page(RankerKeys.FOLDER, page.getLast().key(), PAGE);
        }
        return versions.stream().sorted().toList();
    }
}
