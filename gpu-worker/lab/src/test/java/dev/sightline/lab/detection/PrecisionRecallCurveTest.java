package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.detection.PrecisionRecallCurve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {

    /**
     * Four objects; right, wrong, right, wrong. Points (1/4, 1), (1/4, 1/2), (2/4, 2/3), (2/4, 1/2); the interpolated curve is 1 up to
     * recall 1/4 and 2/3 up to 2/4: 1/4 x 1 + 1/4 x 2/3 = 5/12.
     */
    @Test
    void averagePrecision_ofAlternatingDetections_isTheAreaByHand() {
        PrecisionRecallCurve curve = curve(4, right(0.9), wrong(0.8), right(0.7), wrong(0.6));
        assertThat(curve.points())
                .containsExactly(
                        new Point(0.9, 0.25, 1),
                        new Point(0.8, 0.25, 0.5),
                        new Point(0.7, 0.5, 2 / 3.0),
                        new Point(0.6, 0.5, 0.5));
        assertThat(curve.averagePrecision()).hasValueCloseTo(5 / 12.0, within(1e-12));
    }

    /** Wrong first, then two right ones: the precisions 0, 1/2, 2/3 are all raised to 2/3. */
    @Test
    void averagePrecision_ofRisingPrecision_isInterpolated() {
        assertThat(curve(2, wrong(0.9), right(0.8), right(0.7)).averagePrecision())
                .hasValueCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void averagePrecision_ofAllFoundAndNothingElse_isOne() {
        assertThat(curve(2, right(0.9), right(0.2)).averagePrecision()).hasValue(1);
    }

    /** One point only: two of three detections are right, and they find both objects. */
    @Test
    void averagePrecision_ofEquallySureDetections_isThatOfOnePoint() {
        double byHand = 2 / 3.0;
        assertThat(curve(2, right(0.5), wrong(0.5), right(0.5)).points()).containsExactly(new Point(0.5, 1, byHand));
        assertThat(curve(2, right(0.5), right(0.5), wrong(0.5)).averagePrecision())
                .hasValueCloseTo(byHand, within(1e-12));
        assertThat(curve(2, wrong(0.5), right(0.5), right(0.5)).averagePrecision())
                .hasValueCloseTo(byHand, within(1e-12));
    }

    @Test
    void averagePrecision_ofNoObject_isAbsent() {
        assertThat(curve(0).averagePrecision()).isEmpty();
        PrecisionRecallCurve onlyWrong = curve(0, wrong(0.9));
        assertThat(onlyWrong.averagePrecision()).isEmpty();
        assertThat(onlyWrong.points()).containsExactly(new Point(0.9, 0, 0));
    }

    @Test
    void averagePrecision_ofNoDetection_isZero() {
        PrecisionRecallCurve curve = curve(3);
        assertThat(curve.averagePrecision()).hasValue(0);
        assertThat(curve.points()).isEmpty();
        assertThat(curve.objects()).isEqualTo(3);
    }

    /** Image one: right 0.9, one object. Image two: wrong 0.95 and right 0.5, two objects. Together wrong, right, right of three. */
    @Test
    void averagePrecision_overImages_ranksAllDetectionsTogether() {
        var images =
                List.of(new JudgedImage(1, List.of(right(0.9))), new JudgedImage(2, List.of(wrong(0.95), right(0.5))));
        assertThat(PrecisionRecallCurve.of(images).averagePrecision())
                .hasValueCloseTo(2 / 3.0 * 2 / 3.0, within(1e-12));
    }

    @Test
    void at_floor_countsAllDetectionsThatReachIt() {
        PrecisionRecallCurve curve = curve(4, right(0.9), wrong(0.8), right(0.7), wrong(0.6));
        assertThat(curve.at(0.7)).hasValue(new Point(0.7, 0.5, 2 / 3.0));
        assertThat(curve.at(0.75)).hasValue(new Point(0.8, 0.25, 0.5));
        assertThat(curve.at(0.91)).isEmpty();
    }

    /** Image one three times, image two never: a right detection three times over three objects. */
    @Test
    void curve_ofResampledImages_countsEachAsOftenAsDrawn() {
        var images = List.of(new JudgedImage(2, List.of(right(0.9))), new JudgedImage(5, List.of(wrong(0.95))));
        PrecisionRecallCurve curve = new RankedDetections(images).curve(new int[] {3, 0});
        assertThat(curve.objects()).isEqualTo(6);
        assertThat(curve.points()).containsExactly(new Point(0.9, 0.5, 1));
    }

    private static PrecisionRecallCurve curve(int objects, Judgement... judgements) {
        return PrecisionRecallCurve.of(List.of(new JudgedImage(objects, List.of(judgements))));
    }

    private static Judgement right(double confidence) {
        return new Judgement(confidence, true);
    }

    private static Judgement wrong(double confidence) {
        return new Judgement(confidence, false);
    }
}
