package dev.sightline.lab.training;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The frozen features of one layer, divided: {@code training} to learn from, {@code validation} to stop early and to fit the
 * temperature, {@code test} for the figures and nothing else.
 */
public record HeadSplit(FeatureTable training, FeatureTable validation, FeatureTable test) {

    /**
     * The parts, if none is empty and near-duplicates do not straddle: a copy of a training image in the test would pass for skill.
     *
     * @param cluster the number of an image's cluster of near-duplicates; the same image is always in the same cluster
     * @throws SightlineException with {@code INVALID_REQUEST} if a part is empty, or a cluster has images in two parts; the message
     *     names one of each
     */
    public HeadSplit requireWholeClusters(ToIntFunction<LabelledImage> cluster) {
        Map<Integer, Place> places = new HashMap<>();
        place("training", training, cluster, places);
        place("validation", validation, cluster, places);
        place("test", test, cluster, places);
        return this;
    }

    /** The labels of the training images, sorted. */
    public List<String> labels() {
        return List.copyOf(
                training.images().stream().map(LabelledImage::label).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void place(
            String part, FeatureTable table, ToIntFunction<LabelledImage> cluster, Map<Integer, Place> places) {
        if (table.images().isEmpty()) {
            throw refused("expected images for " + part + ", got none");
        }
        for (LabelledImage image : table.images()) {
            Place first = places.putIfAbsent(cluster.applyAsInt(image), new Place(part, image.name()));
            if (first != null && !first.part().equals(part)) {
                throw refused("expected near-duplicates in one part, got %s in %s and %s in %s"
                        .formatted(first.name(), first.part(), image.name(), part));
            }
        }
    }

    private static SightlineException refused(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    /** Where an image lies. */
    private record Place(String part, String name) {}
}
