package dev.sightline.lab.features;

import dev.sightline.lab.corpus.Clusters;
import dev.sightline.lab.corpus.CorpusSplit;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.corpus.NearDuplicates;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.corpus.SignedImage;
import dev.sightline.lab.features.EmbedderFeatures.Unreadable;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A labelled folder as several embedders see it, and its division into clusters of near-duplicates and parts of different purpose.
 *
 * <p>{@code images} are those that can be decoded; the positions of clusters, parts and all tables' rows count them. The first
 * embedder is the reference: near-duplicates are those of its embedding.
 */
public record CorpusFeatures(
        SignedFolder folder,
        List<SignedImage> images,
        List<EmbedderFeatures> embedders,
        Clusters clusters,
        CorpusSplit split) {

    public CorpusFeatures {
        images = List.copyOf(images);
        embedders = List.copyOf(embedders);
    }

    /**
     * Reads or computes all features; same seed, same split.
     *
     * @throws SightlineException with {@code INVALID_REQUEST} if no image of the folder can be decoded or no embedder is given, with
     *     {@code INVALID_MODEL_BUNDLE} if a model cannot be loaded
     */
    public static CorpusFeatures of(SignedFolder folder, List<EmbedderBundle> bundles, FeatureCache cache, long seed) {
        List<EmbedderFeatures> embedders = bundles.stream()
                .map(bundle -> cache.read(bundle, folder.images()))
                .toList();
        Set<LabelledImage> readable = embedders.stream()
                .limit(1)
                .flatMap(features -> features.embedding().images().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (readable.isEmpty()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected images in folders named after their labels, got none in " + folder.root());
        }
        List<SignedImage> images = folder.images().stream()
                .filter(signed -> readable.contains(signed.image()))
                .toList();
        Clusters clusters = NearDuplicates.DEFAULT.cluster(
                images.stream().map(SignedImage::signature).toList(),
                codes(embedders.getFirst().embedding()));
        List<String> labels =
                images.stream().map(signed -> signed.image().label()).toList();
        return new CorpusFeatures(folder, images, embedders, clusters, CorpusSplit.of(labels, clusters, seed));
    }

    /** Files that are no images, and why. */
    public List<Unreadable> unreadable() {
        return embedders.getFirst().unreadable();
    }

    /** The clusters of the images of a part, in its order. */
    public List<Integer> clustersOf(Part part) {
        return split.part(part).stream().map(clusters::of).toList();
    }

    /** The signatures of the images of a part, in its order. */
    public List<ImageSignature> signaturesOf(Part part) {
        return split.part(part).stream()
                .map(image -> images.get(image).signature())
                .toList();
    }

    /** One bit per feature, set above the feature's mean: enough to see whether two pictures are the same. */
    private static List<BinaryEmbedding> codes(FeatureTable table) {
        int bits = table.dimensions() / 8 * 8;
        double[] sums = new double[bits];
        for (float[] row : table.rows()) {
            for (int d = 0; d < bits; d++) {
                sums[d] += row[d];
            }
        }
        float[] means = new float[bits];
        for (int d = 0; d < bits; d++) {
            means[d] = (float) (sums[d] / table.rows().length);
        }
        var binarizer = new Binarizer(ModelRef.builtIn("mean", "1", "of this corpus"), means);
        return Arrays.stream(table.rows())
                .map(row -> binarizer.binarize(Arrays.copyOf(row, bits)))
                .toList();
    }
}
