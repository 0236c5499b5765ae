package dev.sightline.local.operate;

import dev.sightline.events.FeatureRecord;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Feature records of one model set, and a note of each that was looked for: how many objects it has, or that it is missing. */
final class NotedFeatures implements FeatureStore {

    private final FeatureStore store;
    private final ModelSetId modelSet;
    private final Map<ImageSignature, Integer> objects = new ConcurrentHashMap<>();
    private final Set<ImageSignature> missing = ConcurrentHashMap.newKeySet();

    NotedFeatures(FeatureStore store, ModelSetId modelSet) {
        this.store = store;
        this.modelSet = modelSet;
    }

    /** The number of objects in each record that was found. */
    Map<ImageSignature, Integer> objects() {
        return Map.copyOf(objects);
    }

    /** The images that turned out to have no record. */
    Set<ImageSignature> missing() {
        return Set.copyOf(missing);
    }

    @Override
    public Optional<FeatureRecord> find(ModelSetId asked, ImageSignature signature) {
        Optional<FeatureRecord> found = store.find(asked, signature);
        if (asked.equals(modelSet)) {
            found.ifPresentOrElse(
                    features ->
                            objects.put(signature, features.analysis().objects().size()),
                    () -> missing.add(signature));
        }
        return found;
    }

    @Override
    public void save(FeatureRecord features) {
        store.save(features);
    }

    @Override
    public List<ImageSignature> signatures(ModelSetId asked, @Nullable ImageSignature after, int limit) {
        return store.signatures(asked, after, limit);
    }

    @Override
    public void announce(ModelSet announced) {
        store.announce(announced);
    }

    @Override
    public Map<ModelSetId, ModelSet> modelSets() {
        return store.modelSets();
    }
}
