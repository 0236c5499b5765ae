package dev.sightline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageDots.Signals;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.visual.NormalizedBox;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotPrecisionTest {

    private static final List<Placed> PLACED =
            List.of(new Placed("corpus/birds/owl.png", new NormalizedBox(0, 0, 0.5, 0.5)));
    private static final NormalizedBox ON_IT = new NormalizedBox(0, 0, 0.5, 0.4);
    private static final NormalizedBox BESIDE_IT = new NormalizedBox(0.5, 0.5, 0.5, 0.5);

    @Test
    void of_aDotAndAHiddenBox_countsEachWithItsTruth() {
        DotPrecision measured = DotPrecision.of(List.of(object(ON_IT, true), object(BESIDE_IT, false)), PLACED);

        assertThat(measured).isEqualTo(new DotPrecision(2, 1, 1, 1, 1, 0));
        assertThat(measured)
                .hasToString(
                        "dots: 1 of 2 detected boxes are shown; 1.00 of the dots lie on something, without the gate 0.50;"
                                + " 0 of 1 scenes lost all their dots");
    }

    @Test
    void of_nothingButHiddenBoxes_isASceneWithoutDots() {
        DotPrecision measured = DotPrecision.of(List.of(object(ON_IT, false)), PLACED);

        assertThat(measured).isEqualTo(new DotPrecision(1, 1, 0, 0, 1, 1));
        assertThat(measured.value()).isEqualTo("no dot");
    }

    @Test
    void of_noBox_isNoSceneThatLostItsDots() {
        assertThat(DotPrecision.of(List.of(), PLACED).withoutDots()).isZero();
    }

    private static Item object(NormalizedBox box, boolean dot) {
        return new Item("id", "bird", 0.5, box, 0.5, dot, new Signals(0, 1, null), List.of());
    }
}
