package dev.sightline.testkit;

import dev.sightline.events.AnnouncedModelSet;
import dev.sightline.events.EventJson;
import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Feature records in memory, in their JSON form as in S3. Safe for all threads. */
public final class InMemoryFeatureStore implements FeatureStore {

    private final Map<String, String> records = new ConcurrentHashMap<>();
    private final Map<ModelSetId, String> modelSets = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    /** From now on every call fails with {@code STORAGE_UNAVAILABLE}. */
    public void becomeUnavailable() {
        available = false;
    }

    /** From now on calls succeed again. */
    public void becomeAvailable() {
        available = true;
    }

    /** Deletes a record, as no part of Sightline does. */
    public void forget(ModelSetId modelSet, ImageSignature signature) {
        records.remove(FeatureRecord.key(modelSet, signature));
    }

    /** The S3 keys of all records. */
    public Set<String> keys() {
        return Set.copyOf(records.keySet());
    }

    @Override
    public void save(FeatureRecord features) {
        requireAvailable(features.key());
        records.put(features.key(), EventJson.write(features));
    }

    @Override
    public Optional<FeatureRecord> find(ModelSetId modelSet, ImageSignature signature) {
        String key = FeatureRecord.key(modelSet, signature);
        requireAvailable(key);
        return Optional.ofNullable(records.get(key)).map(json -> EventJson.read(json, FeatureRecord.class));
    }

    @Override
    public List<ImageSignature> signatures(ModelSetId modelSet, @Nullable ImageSignature after, int limit) {
        String folder = FeatureRecord.folder(modelSet);
        requireAvailable(folder);
        return records.keySet().stream()
                .filter(key -> key.startsWith(folder))
                .map(key -> new ImageSignature(key.substring(folder.length()).replace(".json", "")))
                .filter(signature -> after == null || signature.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public void announce(ModelSet modelSet) {
        AnnouncedModelSet announced = new AnnouncedModelSet(modelSet);
        requireAvailable(announced.key());
        modelSets.put(modelSet.id(), EventJson.write(announced));
    }

    @Override
    public Map<ModelSetId, ModelSet> modelSets() {
        requireAvailable(FeatureRecord.FOLDERS);
        return modelSets.values().stream()
                .map(json -> EventJson.read(json, AnnouncedModelSet.class).modelSet())
                .collect(Collectors.toUnmodifiableMap(ModelSet::id, modelSet -> modelSet));
    }

    private void requireAvailable(String key) {
        if (!available) {
            throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, key + ": told to be unavailable");
        }
    }
}
