package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.features.FeatureTable;
import org.junit.jupiter.api.Test;

class LinearHeadTest {

    private final LinearHead head = new LinearHead(new float[][] {{1, 2, 3}, {0, -1, 0.5f}}, new float[] {10, -0.5f});

    @Test
    void apply_ofThreeFeatures_isTheHandComputedSum() {
        assertThat(head.apply(new float[] {1, 0, -1})).containsExactly(8, -1);
    }

    @Test
    void times_andMinus_changeTheOutputsAlike() {
        assertThat(head.times(2).apply(new float[] {1, 0, -1})).containsExactly(16, -2);
        assertThat(head.minus(new float[] {8, 1}).apply(new float[] {1, 0, -1})).containsExactly(0, -2);
    }

    @Test
    void project_ofATable_keepsImagesAndNamesTheLayer() {
        FeatureTable table = new Rows(1).add("a", 1, 0, -1).add("b", 0, 0, 0).table();
        FeatureTable projected = head.project(table, Rows.EMBEDDER, "projection");
        assertThat(projected.images()).isEqualTo(table.images());
        assertThat(projected.layer()).isEqualTo("projection");
        assertThat(projected.rows()[1]).containsExactly(10, -0.5f);
    }

    @Test
    void apply_ofOtherFeatures_namesBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> head.apply(new float[2]))
                .withMessage("expected 3 features, got 2");
    }

    @Test
    void head_withoutOutputsOrOfUnequalRows_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinearHead(new float[0][], new float[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearHead(new float[][] {{1}, {1, 2}}, new float[2]))
                .withMessage("expected 1 weights in each row, got 2");
    }

    @Test
    void standardization_foldedIn_givesOnRawRowsWhatWasGivenOnStandardizedOnes() {
        float[][] rows = {{1, 5, 100}, {3, 5, 300}, {2, 5, -100}};
        Standardization standardization = Standardization.of(rows);
        float[][] expected = head.apply(standardization.apply(rows));
        float[][] folded = standardization.foldInto(head).apply(rows);
        for (int i = 0; i < rows.length; i++) {
            assertThat(folded[i]).containsExactly(expected[i], within(1e-4f));
        }
    }

    /** Deviations 1, 0 and 5: the middle one counts as a tenth of their mean, 2. */
    @Test
    void standardization_ofAConstantFeature_isFloored() {
        Standardization standardization = Standardization.of(new float[][] {{1, 7, -5}, {3, 7, 5}});
        assertThat(standardization.mean()).containsExactly(2, 7, 0);
        assertThat(standardization.deviation()).containsExactly(1, 0.2f, 5);
    }
}
