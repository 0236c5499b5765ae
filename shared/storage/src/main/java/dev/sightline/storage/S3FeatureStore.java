package dev.sightline.storage;

import dev.sightline.events.AnnouncedModelSet;
import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * The feature records of one bucket, as {@link EventJson} under {@link FeatureRecord#key()}; model sets under {@link
 * AnnouncedModelSet#key()}, of which the first 1,000 are seen. Safe for all threads.
 */
public final class S3FeatureStore implements FeatureStore {

    private static final String RECORD = ".json";

    private final S3Client s3;
    private final String bucket;
    private final S3Json records;

    public S3FeatureStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.records = new S3Json(s3, bucket);
    }

    @Override
    public void save(FeatureRecord features) {
        records.put(features.key(), features);
    }

    @Override
    public Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature) {
        return records.read(FeatureRecord.key(modelSet, signature), FeatureRecord.class);
    }

    @Override
    public List<ImageSignature> signatures(ModelSetId modelSet, @Nullable ImageSignature after, int limit) {
        String folder = FeatureRecord.folder(modelSet);
        String start = after == null ? folder : FeatureRecord.key(modelSet, after);
        ListObjectsV2Response page = list(request ->
                request.bucket(bucket).prefix(folder).startAfter(start).maxKeys(limit));
        return page.contents().stream()
                .map(object -> object.key().substring(folder.length()).replace(RECORD, ""))
                .filter(ImageSignature::matches)
                .map(ImageSignature::new)
                .toList();
    }

    @Override
    public void announce(ModelSet modelSet) {
        AnnouncedModelSet announced = new AnnouncedModelSet(modelSet);
        records.put(announced.key(), announced);
    }

    @Override
    public Map<ModelSetId, ModelSet> modelSets() {
        return folders()
                .flatMap(folder -> records.read(AnnouncedModelSet.key(folder), AnnouncedModelSet.class).stream())
                .map(AnnouncedModelSet::modelSet)
                .collect(Collectors.toUnmodifiableMap(ModelSet::id, modelSet -> modelSet));
    }

    private Stream<ModelSetId> folders() {
        ListObjectsV2Response page = list(
                request -> request.bucket(bucket).prefix(FeatureRecord.FOLDERS).delimiter("/"));
        return page.commonPrefixes().stream()
                .map(folder -> folder.prefix()
                        .substring(FeatureRecord.FOLDERS.length())
                        .replace("/", ""))
                .map(ModelSetId::new);
    }

    private ListObjectsV2Response list(Consumer<ListObjectsV2Request.Builder> request) {
        try {
            return s3.listObjectsV2(request);
        } catch (SdkException e) {
            throw S3Failure.of("listing the features of " + bucket, e);
        }
    }
}
