package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.Detection.Edges;
import dev.sightline.inference.InputSpec.Resize;
import dev.sightline.visual.NormalizedBox;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final InputSpec LETTERBOX = Specs.rgb(400, 400, Resize.LETTERBOX);

    @Test
    void of_letterboxOfWideImage_keepsItsShapeInTheMiddle() {
        assertThat(Placement.of(LETTERBOX, 1000, 500)).isEqualTo(new Placement(0, 100, 400, 200));
    }

    @Test
    void of_stretch_fillsTheFrame() {
        assertThat(Placement.of(Specs.rgb(400, 300, Resize.STRETCH), 1000, 500))
                .isEqualTo(new Placement(0, 0, 400, 300));
    }

    @Test
    void of_letterboxOfThinLine_keepsOnePixel() {
        assertThat(Placement.of(LETTERBOX, 10_000, 1)).isEqualTo(new Placement(0, 199, 400, 1));
    }

    @Test
    void toFractions_inLetterbox_leavesTheBorderOut() {
        Edges fractions = Placement.of(LETTERBOX, 1000, 500).toFractions(new Edges(100, 150, 300, 300));

        assertThat(fractions).isEqualTo(new Edges(0.25f, 0.25f, 0.75f, 1f));
    }

    @Test
    void toBox_withOvershoot_isCutToTheFrame() {
        assertThat(Placement.toBox(new Edges(-0.5f, 0.25f, 0.5f, 3f))).isEqualTo(new NormalizedBox(0, 0.25, 0.5, 0.75));
    }

    @Test
    void isVisible_withThinOrOutsideBox_isFalse() {
        assertThat(Placement.isVisible(new Edges(0.1f, 0.1f, 0.9f, 0.12f), 0.05))
                .isFalse();
        assertThat(Placement.isVisible(new Edges(-0.9f, 0.1f, -0.1f, 0.9f), 0)).isFalse();
        assertThat(Placement.isVisible(new Edges(-0.9f, 0.1f, 0.1f, 0.9f), 0.05))
                .isTrue();
    }
}
