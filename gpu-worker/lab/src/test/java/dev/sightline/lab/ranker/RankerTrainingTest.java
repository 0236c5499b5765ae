package dev.sightline.lab.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.report.Section;
import dev.sightline.ranking.FeatureValues;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.RankingModel;
import dev.sightline.ranking.TreeModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankerTrainingTest {

    /** What users like grows with co-save, and with nothing else. */
    private static final TrainingPairs CO_SAVE = TrainingPairs.of(
            new SeededLog(100, true, features -> SeededLog.value(features, RankingFeature.CO_SAVE)).of("a", 1),
            BiasHandling.AUTO);

    /** Users like what is either similar or saved together, but not both: no weighted sum says so. */
    private static final TrainingPairs EITHER_OR =
            TrainingPairs.of(new SeededLog(100, true, RankerTrainingTest::eitherOr).of("b", 1), BiasHandling.AUTO);

    private static double eitherOr(FeatureValues features) {
        boolean similar = SeededLog.value(features, RankingFeature.COSINE) > 0.5;
        boolean together = SeededLog.value(features, RankingFeature.CO_SAVE) > 0.5;
        return similar == together ? 0.02 : 0.9;
    }

    @Test
    void train_linear_goesByWhatUsersLike() {
        LinearModel model = LiblinearTraining.standard(1).train(CO_SAVE.pairs(), "m");

        double liked = model.weights().getOrDefault(RankingFeature.CO_SAVE, 0.0);
        assertThat(liked).isPositive();
        assertThat(Math.abs(model.weights().getOrDefault(RankingFeature.COLOR, 0.0)))
                .isLessThan(liked / 3);
        assertThat(model.weights()).doesNotContainKey(RankingFeature.BOOST);
    }

    @Test
    void train_linear_missingFeatureCountsAsItsMean() {
        LinearModel model = LiblinearTraining.standard(1).train(CO_SAVE.pairs(), "m");

        double mean = model.missing().getOrDefault(RankingFeature.CO_SAVE, 0.0);
        assertThat(mean).isCloseTo(0.5, within(0.1));
        assertThat(model.score(new FeatureValues(Map.of(RankingFeature.COSINE, 0.3))))
                .isCloseTo(model.score(SeededLog.features(0.3, mean)), within(1e-9));
        assertThat(model.score(FeatureValues.NONE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void train_trees_goByWhatNoSumCanSay() {
        TreeModel model = XgboostTraining.standard(1).train(EITHER_OR.pairs(), "m");

        assertThat(model.score(SeededLog.features(0.9, 0.1))).isGreaterThan(model.score(SeededLog.features(0.9, 0.9)));
        assertThat(model.score(SeededLog.features(0.1, 0.9))).isGreaterThan(model.score(SeededLog.features(0.1, 0.1)));
    }

    @Test
    void train_twice_isTheSameRankerAndADocument() {
        for (RankerTraining training : List.of(LiblinearTraining.standard(1), XgboostTraining.standard(1))) {
            RankingModel model = training.train(CO_SAVE.pairs(), "m");

            assertThat(training.train(CO_SAVE.pairs(), "m")).isEqualTo(model);
            assertThat(RankerDocument.read(RankerDocument.write(model))).isEqualTo(model);
        }
    }

    @Test
    void choose_whatASumCanSay_keepsTheLinearRankerThatBeatsThePlainOrder() {
        RankerChoice choice = RankerChoice.of(CO_SAVE, 1, progress -> {});

        assertThat(choice.chosen()).isInstanceOf(LiblinearTraining.class);
        assertThat(row(choice, "linear").right().low()).isGreaterThan(0.55);
        assertThat(row(choice, "order before ranking").lead().low()).isPositive();
    }

    @Test
    void choose_whatNoSumCanSay_keepsTrees() {
        assertThat(RankerChoice.of(EITHER_OR, 1, progress -> {}).chosen()).isInstanceOf(XgboostTraining.class);
    }

    @Test
    void choose_shuffledFeatures_learnsNothing() {
        RankerChoice choice = RankerChoice.of(CO_SAVE.shuffled(1), 1, progress -> {});

        assertThat(row(choice, "linear").right().value()).isCloseTo(0.5, within(0.06));
        assertThat(row(choice, "boosted trees").right().value()).isCloseTo(0.5, within(0.06));
        assertThat(choice.chosen()).isInstanceOf(LiblinearTraining.class);
    }

    @Test
    void report_namesPairsBiasHandlingAndWeights() {
        RankerChoice choice = RankerChoice.of(CO_SAVE, 1, progress -> {});
        RankingModel model = choice.chosen().train(CO_SAVE.pairs(), "m");

        Section section = new RankerReport(CO_SAVE, choice, model).toSection();

        assertThat(section.summary()).contains(CO_SAVE.pairs().size() + " pairs of ", "only answers in drawn order");
        assertThat(section.tables()).extracting("name").containsExactly("rightness", "weights");
        assertThat(section.plots()).hasSize(2);
    }

    private static RankerChoice.Row row(RankerChoice choice, String name) {
        return choice.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
