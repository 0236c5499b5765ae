package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.inference.BoxForm.Order;
import dev.sightline.inference.BoxForm.Units;
import dev.sightline.inference.Detection.Edges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same box, left 8, top 2, right 24 and bottom 6 in a frame of 32 x 16, in every form. */
class BoxFormTest {

    private static final InputSpec INPUT = Specs.rgb(32, 16, InputSpec.Resize.STRETCH);
    private static final Edges BOX = new Edges(8, 2, 24, 6);

    @ParameterizedTest
    @EnumSource
    void toPixels_inPixels_isTheBox(Order order) {
        float[] numbers = switch (order) {
            case LTRB -> new float[] {8, 2, 24, 6};
            case TLBR -> new float[] {2, 8, 6, 24};
            case XYWH -> new float[] {8, 2, 16, 4};
            case CXCYWH -> new float[] {16, 4, 16, 4};
        };

        assertThat(new BoxForm(order, Units.PIXELS).toPixels(numbers, INPUT)).isEqualTo(BOX);
    }

    @Test
    void toPixels_inFractions_isScaledByWidthAndHeight() {
        assertThat(new BoxForm(Order.LTRB, Units.FRACTIONS).toPixels(new float[] {0.25f, 0.125f, 0.75f, 0.375f}, INPUT))
                .isEqualTo(BOX);
        assertThat(new BoxForm(Order.TLBR, Units.FRACTIONS).toPixels(new float[] {0.125f, 0.25f, 0.375f, 0.75f}, INPUT))
                .isEqualTo(BOX);
        assertThat(new BoxForm(Order.CXCYWH, Units.FRACTIONS).toPixels(new float[] {0.5f, 0.25f, 0.5f, 0.25f}, INPUT))
                .isEqualTo(BOX);
    }
}
