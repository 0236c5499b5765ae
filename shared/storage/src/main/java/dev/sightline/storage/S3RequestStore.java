package dev.sightline.storage;

import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Requests in a bucket whose lifecycle removes everything, under {@code idempotency/{id}.json}. Safe for all threads. */
public final class S3RequestStore implements RequestStore {

    private final S3Json records;

    public S3RequestStore(S3Client s3, String bucket) {
        this.records = new S3Json(s3, bucket);
    }

    @Override
    public boolean create(String id, KeptRequest request) {
        return records.create(key(id), request);
    }

    @Override
    public Optional<Versioned<KeptRequest>> find(String id) {
        return records.find(key(id), KeptRequest.class);
    }

    @Override
    public boolean replace(String id, KeptRequest request, String expectedEtag) {
        return records.replace(key(id), request, expectedEtag);
    }

    private static String key(String id) {
        return "idempotency/%s.json".formatted(id);
    }
}
