package dev.sightline.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassMeansTest {

    @Test
    void mean_ofUnequalClasses_weighsEachClassTheSame() {
        ClassMeans means = ClassMeans.of(List.of("fish", "fish", "fish", "bird"), new double[] {1, 1, 0.25, 0.25});

        assertThat(means.means()).containsExactlyEntriesOf(new java.util.TreeMap<>(Map.of("bird", 0.25, "fish", 0.75)));
        assertThat(means.mean()).isEqualTo(0.5);
    }

    @Test
    void of_differentNumbers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClassMeans.of(List.of("fish"), new double[2]))
                .withMessage("expected a class for each of at least one value, got 1 and 2");
    }
}
