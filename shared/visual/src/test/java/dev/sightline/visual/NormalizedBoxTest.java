package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NormalizedBoxTest {

    @Test
    void constructor_boxInside_keepsItsNumbersExactly() {
        // 0.1 + 0.2 - 0.1 is not 0.2 in floating point.
        NormalizedBox box = new NormalizedBox(0.1, 0.1, 0.2, 0.2);
        assertThat(box.w()).isEqualTo(0.2);
        assertThat(new NormalizedBox(box.x(), box.y(), box.w(), box.h())).isEqualTo(box);
    }

    @Test
    void constructor_overshootWithinTolerance_isClamped() {
        NormalizedBox box = new NormalizedBox(-0.001, -0.0005, 1.0015, 0.5);
        assertThat(box.x()).isZero();
        assertThat(box.y()).isZero();
        assertThat(box.w()).isEqualTo(1);
        assertThat(box.h()).isCloseTo(0.4995, within(1e-12));
    }

    @Test
    void constructor_overshootBeyondTolerance_isInvalid() {
        assertInvalid(() -> new NormalizedBox(-0.0011, 0, 0.5, 0.5));
        assertInvalid(() -> new NormalizedBox(0, 0.5, 0.5, 0.5011));
    }

    @Test
    void constructor_noArea_isInvalid() {
        assertInvalid(() -> new NormalizedBox(0.5, 0.5, 0, 0.1));
        assertInvalid(() -> new NormalizedBox(0.5, 0.5, 0.1, -0.1));
        assertInvalid(() -> new NormalizedBox(1, 0, 0.001, 1));
        assertInvalid(() -> new NormalizedBox(-0.001, 0, 0.001, 1));
    }

    @Test
    void constructor_notANumber_isInvalid() {
        assertInvalid(() -> new NormalizedBox(Double.NaN, 0, 1, 1));
        assertInvalid(() -> new NormalizedBox(0, 0, 1, Double.NaN));
        assertInvalid(() -> new NormalizedBox(0, 0, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void ofCorners_farOutside_isCutToTheFrame() {
        assertThat(NormalizedBox.ofCorners(-5, 0.25, 7, 0.75)).isEqualTo(new NormalizedBox(0, 0.25, 1, 0.5));
    }

    @Test
    void ofCorners_nothingInside_isInvalid() {
        assertInvalid(() -> NormalizedBox.ofCorners(1.1, 0, 1.5, 1));
        assertInvalid(() -> NormalizedBox.ofCorners(0.6, 0, 0.4, 1));
    }

    @Test
    void iou_handComputedBoxes_isIntersectionOverUnion() {
        NormalizedBox left = new NormalizedBox(0, 0, 0.5, 0.5);
        NormalizedBox shifted = new NormalizedBox(0.25, 0, 0.5, 0.5);
        // intersection 0.125, union 0.375
        assertThat(left.iou(shifted)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(NormalizedBox.FULL.iou(left)).isEqualTo(0.25);
        assertThat(NormalizedBox.FULL.iou(NormalizedBox.FULL)).isEqualTo(1);
    }

    @Test
    void iou_touchingEdges_isZero() {
        assertThat(new NormalizedBox(0, 0, 0.5, 1).iou(new NormalizedBox(0.5, 0, 0.5, 1)))
                .isZero();
    }

    @Test
    void toPixels_handComputedBox_coversEveryTouchedPixel() {
        // x 0.21..0.39 of 10 touches pixels 2 and 3; y 0.5..1 of 20 is 10..19
        assertThat(new NormalizedBox(0.21, 0.5, 0.18, 0.5).toPixels(10, 20)).isEqualTo(new PixelBox(2, 10, 2, 10));
    }

    @Test
    void toPixels_edgeThatRoundsBelowAPixel_startsAtThatPixel() {
        // 0.29 * 100 is 28.999999999999996 in floating point.
        assertThat(new NormalizedBox(0.29, 0, 0.1, 1).toPixels(100, 1)).isEqualTo(new PixelBox(29, 0, 10, 1));
    }

    @Test
    void toPixels_tinyBoxInTheCorner_isOnePixel() {
        assertThat(new NormalizedBox(0.99999, 0.99999, 1e-6, 1e-6).toPixels(3, 3))
                .isEqualTo(new PixelBox(2, 2, 1, 1));
    }

    @Test
    void pixelBox_negativeEdgeOrNoSide_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PixelBox(-1, 0, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PixelBox(0, 0, 1, 0))
                .withMessageContaining("got 0, 0, 1, 0");
    }

    private static void assertInvalid(ThrowingCallable construction) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(construction)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BOX));
    }
}
