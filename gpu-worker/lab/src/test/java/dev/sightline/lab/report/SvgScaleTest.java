package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SvgScaleTest {

    @Test
    void of_someValues_endsAtTheTickAboveTheLargest() {
        SvgScale scale = SvgScale.of(100, 3, 13);

        assertThat(scale.ticks()).containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(scale.place(7.5)).isEqualTo(50);
    }

    @Test
    void of_zerosOnly_hasAnAxisAllTheSame() {
        assertThat(SvgScale.of(100, 0, 0).high()).isPositive();
        assertThat(SvgScale.of(100).high()).isPositive();
    }

    @Test
    void text_ofLargeNumbers_isShort() {
        assertThat(SvgScale.text(2_500)).isEqualTo("2,500");
        assertThat(SvgScale.text(20_000_000)).isEqualTo("20 M");
        assertThat(SvgScale.text(0.5)).isEqualTo("0.5");
    }

    @Property(seed = "1", tries = 300)
    void of_anyLargestValue_coversItWithFewTicks(@ForAll @DoubleRange(min = 0.01, max = 1e10) double most) {
        SvgScale scale = SvgScale.of(100, most);

        assertThat(scale.high()).isGreaterThanOrEqualTo(most);
        assertThat(scale.ticks()).hasSizeBetween(2, 8);
    }
}
