package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeanAveragePrecisionTest {

    private static final Judgement RIGHT = new Judgement(0.9, true);
    private static final JudgedImage FOUND = new JudgedImage(1, List.of(RIGHT));
    private static final JudgedImage MISSED = new JudgedImage(1, List.of());
    private static final JudgedImage NOTHING = new JudgedImage(0, List.of());
    private static final JudgedImage MISTAKE = new JudgedImage(0, List.of(new Judgement(0.9, false)));

    @Test
    void value_weighsEachCategoryTheSame() {
        var mean = new MeanAveragePrecision(List.of(List.of(FOUND, FOUND), List.of(MISSED, NOTHING)));
        assertThat(mean.value()).hasValue(0.5);
    }

    @Test
    void value_categoryWithoutObjects_isLeftOut() {
        var mean = new MeanAveragePrecision(List.of(List.of(FOUND), List.of(MISTAKE)));
        assertThat(mean.value()).hasValue(1);
    }

    @Test
    void value_withoutAnyObject_isAbsent() {
        assertThat(new MeanAveragePrecision(List.of(List.of(MISTAKE))).value()).isEmpty();
        assertThat(new MeanAveragePrecision(List.of()).value()).isEmpty();
    }

    /** Without image two the second category has no object left. */
    @Test
    void value_ofResampledImages_leavesOutWhatWasNotDrawn() {
        var mean = new MeanAveragePrecision(List.of(List.of(FOUND, NOTHING), List.of(NOTHING, MISSED)));
        assertThat(mean.value(new int[] {1, 1})).hasValue(0.5);
        assertThat(mean.value(new int[] {2, 0})).hasValue(1);
    }
}
