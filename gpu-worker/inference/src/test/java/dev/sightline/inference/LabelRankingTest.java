package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelRankingTest {

    private static final List<String> NAMES = List.of("cat", "dog", "cup", "car");

    @Test
    void surest_withTies_ordersByProbabilityThenPosition() {
        LabelRanking ranking = new LabelRanking(NAMES, new LabelLimits(0.1, 3));

        List<Label> labels = ranking.surest(new float[] {0.25f, 0.05f, 0.5f, 0.25f});

        assertThat(labels).containsExactly(new Label("cup", 0.5), new Label("cat", 0.25), new Label("car", 0.25));
    }

    @Test
    void surest_withMoreThanTheCap_keepsTheFirst() {
        LabelRanking ranking = new LabelRanking(NAMES, new LabelLimits(0, 1));

        assertThat(ranking.surest(new float[] {0.2f, 0.4f, 0.3f, 0.1f}))
                .extracting(Label::name)
                .containsExactly("dog");
    }

    @Test
    void surest_withoutASureOne_isEmpty() {
        LabelRanking ranking = new LabelRanking(NAMES, new LabelLimits(0.6, 3));

        assertThat(ranking.surest(new float[] {0.25f, 0.25f, 0.25f, 0.25f})).isEmpty();
    }
}
