package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.features.FeatureTable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trains for real on PyTorch; small enough for a unit test. */
class ProjectionTrainingTest {

    private static final int FEATURES = 24;
    private static final int DIMENSIONS = 8;

    @Test
    void train_onLabelsHiddenInNoise_findsThemBetterThanTheRotationThatItStartsFrom() {
        LinearHead trained = training(40).train(labels(1), labels(2));
        FeatureTable test = labels(3);
        var start = new LinearHead(OrthonormalDirections.of(DIMENSIONS, FEATURES, 5), new float[DIMENSIONS]);
        assertThat(right(trained.apply(test.rows()), test)).isGreaterThan(right(start.apply(test.rows()), test) + 0.1);
    }

    @Test
    void train_atZero_setsEachBitForHalfOfTheTrainingImages() {
        FeatureTable known = labels(1);
        float[][] projected = training(5).train(known, labels(2)).apply(known.rows());
        for (int d = 0; d < DIMENSIONS; d++) {
            int dimension = d;
            long set =
                    Arrays.stream(projected).filter(row -> row[dimension] > 0).count();
            assertThat(set).isEqualTo(known.images().size() / 2);
        }
    }

    @Test
    void train_twice_givesTheSameProjection() {
        LinearHead first = training(4).train(labels(1), labels(2));
        LinearHead second = training(4).train(labels(1), labels(2));
        assertThat(second.weight()).isDeepEqualTo(first.weight());
        assertThat(second.bias()).isEqualTo(first.bias());
    }

    @Test
    void train_withOtherLabelsInTheValidation_isTrained() {
        FeatureTable others = new Rows(4)
                .addCloud("x", 5, 1, new float[FEATURES])
                .addCloud("y", 5, 1, new float[FEATURES])
                .table();
        assertThat(training(1).train(labels(1), others).outputs()).isEqualTo(DIMENSIONS);
    }

    @Test
    void train_toMoreDimensionsThanFeatures_namesBoth() {
        var wide = new ProjectionTraining(FEATURES + 1, TrainingSettings.projection(1), epoch -> {});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.train(labels(1), labels(2)))
                .withMessage("expected at most 24 dimensions, got 25");
    }

    private static ProjectionTraining training(int epochs) {
        return new ProjectionTraining(DIMENSIONS, new TrainingSettings(epochs, epochs, 16, 5e-3f, 0, 5), epoch -> {});
    }

    /** Three labels that differ in three of the features only. */
    private static FeatureTable labels(long seed) {
        Rows rows = new Rows(seed);
        for (int label = 0; label < 3; label++) {
            float[] center = new float[FEATURES];
            center[label] = 3;
            rows.addCloud("label" + label, 30, 1, center);
        }
        return rows.table();
    }

    /** The share of images whose nearest other one, by signs, has their label. */
    private static double right(float[][] rows, FeatureTable table) {
        float[][] signs = Arrays.stream(rows).map(ProjectionTrainingTest::signs).toArray(float[][]::new);
        var neighbours = new CosineNeighbours(signs);
        long hits = IntStream.range(0, signs.length)
                .filter(i -> {
                    int[] nearest = neighbours.nearest(signs[i], 2);
                    int other = nearest[0] == i ? nearest[1] : nearest[0];
                    return table.images()
                            .get(other)
                            .label()
                            .equals(table.images().get(i).label());
                })
                .count();
        return (double) hits / signs.length;
    }

    private static float[] signs(float[] row) {
        float[] signs = new float[row.length];
        for (int d = 0; d < row.length; d++) {
            signs[d] = Math.signum(row[d]);
        }
        return signs;
    }
}
