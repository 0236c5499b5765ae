package dev.sightline.lab.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPairsTest {

    private final ExportedLog drawn = new SeededLog(200, true, features -> 0.5).of("drawn", 1);
    private final ExportedLog ordered = new SeededLog(200, false, features -> 0.5).of("ordered", 2);

    @Test
    void of_enoughRandomizedAnswers_leavesTheOthersOut() {
        TrainingPairs pairs = TrainingPairs.of(joined(), BiasHandling.AUTO);

        assertThat(pairs).isEqualTo(TrainingPairs.of(drawn, BiasHandling.RANDOMIZED));
        assertThat(pairs.handling()).isEqualTo(BiasHandling.RANDOMIZED);
        assertThat(pairs.pairs()).hasSizeGreaterThan(TrainingPairs.ENOUGH).allMatch(pair -> pair.weight() == 1);
    }

    @Test
    void of_noRandomizedAnswers_takesAllWithWeightOne() {
        TrainingPairs pairs = TrainingPairs.of(ordered, BiasHandling.AUTO);

        assertThat(pairs.handling()).isEqualTo(BiasHandling.WEIGHTED);
        assertThat(pairs.pairs()).allMatch(pair -> pair.weight() == 1);
    }

    @Test
    void of_weighted_countsLikedResultsOfLowPlacesMore() {
        TrainingPairs pairs = TrainingPairs.of(joined(), BiasHandling.WEIGHTED);

        assertThat(heaviest(pairs, 1)).isEqualTo(1);
        // Looked at by 1 / rank: the true weight is 4.
        assertThat(heaviest(pairs, 4)).isBetween(2.0, 8.0);
    }

    @Test
    void of_pairs_preferWhatWasSavedToWhatWasOnlyShown() {
        var log = new SeededLog(200, true, features -> SeededLog.value(features, RankingFeature.COSINE) > 0.5 ? 1 : 0);

        List<RankedPair> pairs =
                TrainingPairs.of(log.of("cosine", 1), BiasHandling.RANDOMIZED).pairs();

        assertThat(pairs).allMatch(pair -> SeededLog.value(pair.better().features(), RankingFeature.COSINE) > 0.5);
    }

    @Test
    void of_tooFewPairs_isRefusedWithBothNumbers() {
        assertThatThrownBy(() -> TrainingPairs.of(new ExportedLog(List.of(), List.of()), BiasHandling.AUTO))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("at least 50 pairs")
                .hasMessageContaining("got 0");
    }

    @Test
    void shuffled_dealsFeaturesAnewAndKeepsPlacesAndUsers() {
        TrainingPairs pairs = TrainingPairs.of(drawn, BiasHandling.AUTO);

        TrainingPairs shuffled = pairs.shuffled(1);

        assertThat(shuffled).isNotEqualTo(pairs).isEqualTo(pairs.shuffled(1));
        assertThat(shuffled.pairs().stream()
                        .map(pair -> pair.user() + pair.better().rank()))
                .containsExactlyElementsOf(pairs.pairs().stream()
                        .map(pair -> pair.user() + pair.better().rank())
                        .toList());
    }

    private static double heaviest(TrainingPairs pairs, int rank) {
        return pairs.pairs().stream()
                .filter(pair -> pair.better().rank() == rank)
                .mapToDouble(RankedPair::weight)
                .max()
                .orElseThrow();
    }

    private ExportedLog joined() {
        var answers = new ArrayList<>(drawn.answers());
        var events = new ArrayList<>(drawn.events());
        answers.addAll(ordered.answers());
        events.addAll(ordered.events());
        return new ExportedLog(answers, events);
    }
}
