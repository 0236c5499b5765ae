package dev.sightline.lab.training;

import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.PrecisionAtK;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a projection of frozen features to a compact embedding in which images of one label lie together, made so that zero is a good
 * threshold: the median of each dimension over the training images is subtracted, so that each bit is set for half of them.
 *
 * <p>It starts as a random rotation, which is nearly as good as the features themselves, with the mean of each label's images as its
 * proxy, and moves from there by metric learning with one proxy per label ({@link DjlProxyObjective}). Early stopping watches the
 * validation images as queries on the training images: the mean of P@1 and P@{@value #K}, dense and binarized at zero (ours: few
 * validation images make P@1 alone too coarse).
 */
public final class ProjectionTraining {

    private static final int K = 5;

    private final int dimensions;
    private final TrainingSettings settings;
    private final Consumer<TrainedEpoch> progress;

    /** A training of projections to so many dimensions, at most as many as there are features. */
    public ProjectionTraining(int dimensions, TrainingSettings settings, Consumer<TrainedEpoch> progress) {
        this.dimensions = dimensions;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Trains on the one table and stops by the other, whose labels may be others. Same tables and settings, same projection on the
     * same machine.
     *
     * @throws IllegalArgumentException if there are fewer features than dimensions
     */
    public LinearHead train(FeatureTable training, FeatureTable validation) {
        LabelledRows known = rows(training);
        Standardization standardization = Standardization.of(known.rows());
        LabelledRows standardized = known.withRows(standardization.apply(known.rows()));
        LinearHead first = new LinearHead(
                OrthonormalDirections.of(dimensions, training.dimensions(), settings.seed()), new float[dimensions]);
        float[][] proxies = means(standardized.withRows(first.apply(standardized.rows())));
        LabelledRows queries = rows(validation);
        var watch = new Watch(standardized, queries.withRows(standardization.apply(queries.rows())));
        LinearHead best = new DjlTraining(settings, progress)
                .best(
                        standardized,
                        manager ->
                                new DjlProxyObjective(manager, first, proxies, known.labelWeights(), settings.seed()),
                        watch::score);
        return standardization.foldInto(centered(best, standardized.rows()));
    }

    private static LabelledRows rows(FeatureTable table) {
        var labels = table.images().stream().map(image -> image.label()).collect(Collectors.toCollection(TreeSet::new));
        return LabelledRows.of(table, List.copyOf(labels));
    }

    /** The mean row of each label. */
    private static float[][] means(LabelledRows images) {
        int[] counts = images.counts();
        float[][] means = new float[counts.length][images.rows()[0].length];
        for (int i = 0; i < images.size(); i++) {
            int label = images.labels()[i];
            for (int d = 0; d < means[label].length; d++) {
                means[label][d] += images.rows()[i][d] / counts[label];
            }
        }
        return means;
    }

    private static LinearHead centered(LinearHead head, float[][] rows) {
        return head.minus(ZeroThreshold.medians(head.apply(rows)));
    }

    /** Validation images ask, training images answer. */
    private record Watch(LabelledRows index, LabelledRows queries) {

        double score(LinearHead candidate) {
            LinearHead head = centered(candidate, index.rows());
            float[][] indexed = head.apply(index.rows());
            float[][] asked = head.apply(queries.rows());
            return (precision(indexed, asked) + precision(ZeroThreshold.signs(indexed), ZeroThreshold.signs(asked)))
                    / 2;
        }

        private double precision(float[][] indexed, float[][] asked) {
            var neighbours = new CosineNeighbours(indexed);
            double[] precisions = IntStream.range(0, asked.length)
                    .parallel()
                    .mapToDouble(i -> precision(queries.label(i), neighbours.nearest(asked[i], K)))
                    .toArray();
            return Arrays.stream(precisions).average().orElseThrow();
        }

        private double precision(String label, int[] nearest) {
            List<String> found = Arrays.stream(nearest).mapToObj(index::label).toList();
            return (new PrecisionAtK(1).of(label, found) + new PrecisionAtK(K).of(label, found)) / 2;
        }
    }
}
