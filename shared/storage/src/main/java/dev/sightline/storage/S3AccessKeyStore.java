package dev.sightline.storage;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.CatalogueKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Records of API keys in the bucket of the catalogue, under {@link CatalogueKeys#accessKey}. Safe for all threads. */
public final class S3AccessKeyStore implements AccessKeyStore {

    private final S3Json records;

    public S3AccessKeyStore(S3Client s3, String bucket) {
        this.records = new S3Json(s3, bucket);
    }

    @Override
    public boolean create(AccessKeyRecord key) {
        return records.create(CatalogueKeys.accessKey(key.id()), key);
    }

    @Override
    public Optional<Versioned<AccessKeyRecord>> find(String id) {
        return records.find(CatalogueKeys.accessKey(id), AccessKeyRecord.class);
    }

    @Override
    public boolean replace(AccessKeyRecord key, String expectedEtag) {
        return records.replace(CatalogueKeys.accessKey(key.id()), key, expectedEtag);
    }

    /** What goes between the listing and its reading is left out, as is whatever else lies there. */
    @Override
    public List<AccessKeyRecord> list() {
        List<String> ids = records.texts().list(CatalogueKeys.ACCESS_KEYS).stream()
                .map(S3Object::key)
                .flatMap(key -> CatalogueKeys.accessKeyOf(key).stream())
                .toList();
        return SideBySide.read(ids, id -> records.read(CatalogueKeys.accessKey(id), AccessKeyRecord.class)).stream()
                .sorted(Comparator.comparing(AccessKeyRecord::id))
                .toList();
    }
}
