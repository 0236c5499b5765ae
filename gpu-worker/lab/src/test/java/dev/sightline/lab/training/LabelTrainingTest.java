package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.features.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trains for real on PyTorch; small enough for a unit test. */
class LabelTrainingTest {

    private final List<TrainedEpoch> epochs = new ArrayList<>();

    @Test
    void train_onSeparableClouds_namesEachTestImage() {
        HeadSplit split = split(5);
        TrainedLabels trained = training(60).train(split);
        assertThat(trained.labels()).containsExactly("left", "right", "top");
        LabelledRows test = LabelledRows.of(split.test(), trained.labels());
        for (int i = 0; i < test.size(); i++) {
            assertThat(Softmax.surest(trained.calibrated().apply(test.rows()[i])))
                    .isEqualTo(test.labels()[i]);
        }
    }

    @Test
    void train_twice_givesTheSameLayer() {
        TrainedLabels first = training(8).train(split(5));
        TrainedLabels second = training(8).train(split(5));
        assertThat(second.raw().weight()).isDeepEqualTo(first.raw().weight());
        assertThat(second.raw().bias()).isEqualTo(first.raw().bias());
        assertThat(second.temperature()).isEqualTo(first.temperature());
    }

    @Test
    void train_pastTheBestEpoch_stopsAndKeepsTheBest() {
        HeadSplit overlap = new HeadSplit(overlap(1), overlap(2), overlap(3));
        TrainedLabels trained = training(500).train(overlap);
        TrainedEpoch best =
                epochs.stream().filter(TrainedEpoch::best).reduce((a, b) -> b).orElseThrow();
        assertThat(epochs).hasSize(best.number() + 10).hasSizeLessThan(500);
        LabelledRows validation = LabelledRows.of(overlap.validation(), trained.labels());
        double reached = Temperature.negativeLogLikelihood(trained.raw().apply(validation.rows()), validation.labels());
        assertThat(-reached).isCloseTo(best.score(), within(1e-4));
    }

    @Test
    void train_withAValidationLabelThatIsNotTrained_namesIt() {
        HeadSplit split = split(5);
        var unknown = new HeadSplit(
                split.training(), new Rows(1).add("bottom", 0, -3, 0).table(), split.test());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(1).train(unknown))
                .withMessage("expected one of the labels [left, right, top], got bottom");
    }

    private LabelTraining training(int epochs) {
        return new LabelTraining(new TrainingSettings(epochs, 10, 8, 0.02f, 0.01f, 3), this.epochs::add);
    }

    private static HeadSplit split(int rare) {
        return new HeadSplit(clouds(1, rare), clouds(2, rare), clouds(3, rare));
    }

    private static FeatureTable clouds(long seed, int rare) {
        return new Rows(seed)
                .addCloud("left", 40, 0.3, -3, 0, 5)
                .addCloud("right", 20, 0.3, 3, 0, 5)
                .addCloud("top", rare, 0.3, 0, 3, 5)
                .table();
    }

    private static FeatureTable overlap(long seed) {
        float[] left = new float[20];
        float[] right = new float[20];
        Arrays.fill(right, 0, 5, 1.2f);
        return new Rows(seed)
                .addCloud("left", 12, 1, left)
                .addCloud("right", 12, 1, right)
                .table();
    }
}
