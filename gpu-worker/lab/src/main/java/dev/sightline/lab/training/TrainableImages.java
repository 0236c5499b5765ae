package dev.sightline.lab.training;

import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.CorpusSplit;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Which images can be trained on: those whose labels have enough different images to learn the label and to judge what was learned.
 * Near-duplicates count as one image, and for the label of the first of them.
 */
public final class TrainableImages {

    /** One for each part of a split. */
    public static final int FEWEST = Part.values().length;

    private static final int FEWEST_LABELS = 2;

    private final FeatureTable table;
    private final Clusters clusters;
    private final Map<String, Integer> different;
    private final int fewest;

    /**
     * Of these features, clustered in the order of the table.
     *
     * @param fewest different images that a label needs, at least {@value #FEWEST_LABELS} labels must have them
     * @throws SightlineException with {@code INVALID_REQUEST} if fewer labels have so many; the message names those that have not
     * @throws IllegalArgumentException if {@code fewest} is below the number of parts
     */
    public TrainableImages(FeatureTable table, Clusters clusters, int fewest) {
        if (fewest < FEWEST) {
            throw new IllegalArgumentException(
                    "expected at least %d images per label, got %d".formatted(FEWEST, fewest));
        }
        this.table = table;
        this.clusters = clusters;
        this.fewest = fewest;
        different = different(table, clusters);
        int labels = different.size() - leftOut().size();
        if (labels < FEWEST_LABELS) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected at least %d labels with %d different images each, got %d; left out: %s"
                            .formatted(FEWEST_LABELS, fewest, labels, leftOut()));
        }
    }

    /** The labels that are left out, with the number of their different images. */
    public Map<String, Integer> leftOut() {
        Map<String, Integer> leftOut = new TreeMap<>(different);
        leftOut.values().removeIf(count -> count >= fewest);
        return leftOut;
    }

    /** The cluster of each image of the table. */
    public ToIntFunction<LabelledImage> clusterOf() {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < clusters.images(); i++) {
            byName.put(table.images().get(i).name(), clusters.of(i));
        }
        return image -> byName.get(image.name());
    }

    /**
     * Trains on the calibration part, validates on the tuning part and tests on the evaluation part of the corpus, so that a later
     * evaluation with the same seed judges a head on images that it has not seen.
     *
     * @throws SightlineException with {@code INVALID_REQUEST} if near-duplicates straddle
     */
    public HeadSplit split(long seed) {
        CorpusSplit split =
                CorpusSplit.of(table.images().stream().map(LabelledImage::label).toList(), clusters, seed);
        Set<String> labels = leftOut().keySet();
        return new HeadSplit(
                        part(split, Part.CALIBRATION, labels),
                        part(split, Part.TUNING, labels),
                        part(split, Part.EVALUATION, labels))
                .requireWholeClusters(clusterOf());
    }

    private FeatureTable part(CorpusSplit split, Part part, Set<String> without) {
        return table.select(split.part(part).stream()
                .filter(position ->
                        !without.contains(table.images().get(position).label()))
                .toList());
    }

    private static Map<String, Integer> different(FeatureTable table, Clusters clusters) {
        Map<String, Integer> different = new TreeMap<>();
        table.images().forEach(image -> different.put(image.label(), 0));
        for (List<Integer> cluster : clusters.members()) {
            different.merge(table.images().get(cluster.getFirst()).label(), 1, Integer::sum);
        }
        return different;
    }
}
