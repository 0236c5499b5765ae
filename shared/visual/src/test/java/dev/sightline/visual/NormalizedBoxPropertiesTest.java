package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for all boxes: they lie in the frame, read back the same, and overlap symmetrically. */
class NormalizedBoxPropertiesTest {

    @Property(seed = "1", tries = 500)
    void constructor_anyAcceptedBox_liesInTheFrame(
            @ForAll("nearlyInside") double[] start, @ForAll("sizes") double[] size) {
        Assume.that(start[0] + size[0] > 0 && start[0] + size[0] <= 1 + NormalizedBox.TOLERANCE);
        Assume.that(start[1] + size[1] > 0 && start[1] + size[1] <= 1 + NormalizedBox.TOLERANCE);
        assertInsideAndStable(new NormalizedBox(start[0], start[1], size[0], size[1]));
    }

    @Property(seed = "2", tries = 500)
    void ofCorners_anyCorners_liesInTheFrame(
            @ForAll @Scale(9) @DoubleRange(min = -2, max = 0.9) double left,
            @ForAll @Scale(9) @DoubleRange(min = -2, max = 0.9) double top,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 3) double width,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 3) double height) {
        Assume.that(left + width > 0 && top + height > 0);
        assertInsideAndStable(NormalizedBox.ofCorners(left, top, left + width, top + height));
    }

    @Property(seed = "3", tries = 500)
    void iou_anyBoxes_isSymmetricAndBounded(@ForAll("boxes") NormalizedBox a, @ForAll("boxes") NormalizedBox b) {
        assertThat(a.iou(b)).isBetween(0.0, 1.0).isEqualTo(b.iou(a));
        assertThat(a.iou(a)).isCloseTo(1, within(1e-9));
    }

    @Property(seed = "4", tries = 500)
    void toPixels_wholePixels_comeBackUnchanged(
            @ForAll @IntRange(min = 1, max = 5000) int frame,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 0.999) double startShare,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double sizeShare) {
        int left = (int) (startShare * frame);
        int width = Math.max(1, (int) (sizeShare * (frame - left)));
        NormalizedBox box = new NormalizedBox((double) left / frame, 0, (double) width / frame, 1);
        assertThat(box.toPixels(frame, 1)).isEqualTo(new PixelBox(left, 0, width, 1));
    }

    @Property(seed = "5", tries = 500)
    void toPixels_anyBox_liesInTheFrame(
            @ForAll("boxes") NormalizedBox box,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height) {
        PixelBox pixels = box.toPixels(width, height);
        assertThat(pixels.left() + pixels.width()).isLessThanOrEqualTo(width);
        assertThat(pixels.top() + pixels.height()).isLessThanOrEqualTo(height);
    }

    private static void assertInsideAndStable(NormalizedBox box) {
        assertThat(box.x()).isBetween(0.0, 1.0);
        assertThat(box.y()).isBetween(0.0, 1.0);
        assertThat(box.w()).isPositive();
        assertThat(box.h()).isPositive();
        assertThat(box.x() + box.w()).isLessThanOrEqualTo(1);
        assertThat(box.y() + box.h()).isLessThanOrEqualTo(1);
        assertThat(new NormalizedBox(box.x(), box.y(), box.w(), box.h())).isEqualTo(box);
    }

    @Provide
    Arbitrary<double[]> nearlyInside() {
        return Arbitraries.doubles()
                .between(-0.001, 0.999)
                .ofScale(9)
                .array(double[].class)
                .ofSize(2);
    }

    @Provide
    Arbitrary<double[]> sizes() {
        return Arbitraries.doubles()
                .between(0.002, 1.002)
                .ofScale(9)
                .array(double[].class)
                .ofSize(2);
    }

    @Provide
    Arbitrary<NormalizedBox> boxes() {
        Arbitrary<Double> starts = Arbitraries.doubles().between(0, 0.9).ofScale(9);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0.001, 1).ofScale(9);
        return Combinators.combine(starts, starts, shares, shares)
                .as((x, y, w, h) -> new NormalizedBox(x, y, w * (1 - x), h * (1 - y)));
    }
}
