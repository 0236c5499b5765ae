package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.storage.FeatureStore;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelSetId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which live images have no feature record under a model set. Reads lists only, no record. Safe for all threads. */
public final class FeatureCoverage {

    private static final int PAGE = 1000;

    private final SourceRegistry registry;
    private final FeatureStore features;

    public FeatureCoverage(SourceRegistry registry, FeatureStore features) {
        this.registry = registry;
        this.features = features;
    }

    /** Looks through all sources and all records of the model set. */
    public Coverage of(ModelSetId modelSet) {
        Map<ImageSignature, Source> missing = LiveImages.withSources(registry);
        Set<ImageSignature> covered = new HashSet<>();
        List<ImageSignature> page = features.signatures(modelSet, null, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(known -> missing.remove(known) != null).forEach(covered::add);
            page = features.signatures(modelSet, page.getLast(), PAGE);
        }
        return new Coverage(covered, missing);
    }

    /**
     * What was found.
     *
     * @param covered live images with a record
     * @param missing those without, each with one of its sources
     */
    public record Coverage(Set<ImageSignature> covered, Map<ImageSignature, Source> missing) {

        public Coverage {
            covered = Set.copyOf(covered);
            missing = Map.copyOf(missing);
        }

        /** Number of images that live sources stand for. */
        public int live() {
            return covered.size() + missing.size();
        }
    }
}
