package dev.sightline.lab.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final int DIMENSIONS = 8;

    @Test
    void fit_zero_isZeroWhateverTheSample() {
        assertThat(fitted(BinarizerMethod.ZERO).thresholds()).containsOnly(0);
    }

    @Test
    void fit_meanOfCountingRows_isTheirMean() {
        // Rows 0 to 19, feature d is the row's number plus 100 d: the mean is 9.5 + 100 d.
        assertThat(fitted(BinarizerMethod.MEAN).thresholds())
                .containsExactly(9.5f, 109.5f, 209.5f, 309.5f, 409.5f, 509.5f, 609.5f, 709.5f);
    }

    @Test
    void fit_medianWithOutliers_isNotMovedByThem() {
        List<float[]> rows = counting(21);
        Arrays.fill(rows.getLast(), 1e9f);

        Binarizer median = Calibration.of(BinarizerMethod.MEDIAN, DIMENSIONS)
                .fit("pooled", rows)
                .toBinarizer();

        assertThat(median.thresholds()).containsExactly(10, 110, 210, 310, 410, 510, 610, 710);
    }

    @Test
    void fit_rotationOfPositiveFeatures_balancesEveryBit() {
        List<float[]> rows = skewed(1_000, 24);

        BinarizerFile file = Calibration.rotation(24, 96, 5).fit("pooled", rows);

        assertThat(file.bits()).isEqualTo(96);
        assertThat(file.dimensions()).isEqualTo(24);
        assertThat(file.seed()).isEqualTo(5);
        assertThat(file.id()).isEqualTo("rotation-96");
        BitShares shares = BitShares.of(file.toBinarizer(), rows);
        assertThat(shares.smallest()).isGreaterThan(0.49);
        assertThat(shares.largest()).isLessThan(0.51);
    }

    @Test
    void fit_sameRowsAndSeed_givesTheSameArtefact() {
        List<float[]> rows = skewed(100, 24);
        assertThat(Calibration.rotation(24, 64, 5).fit("pooled", rows))
                .isEqualTo(Calibration.rotation(24, 64, 5).fit("pooled", rows))
                .isNotEqualTo(Calibration.rotation(24, 64, 6).fit("pooled", rows));
    }

    @Test
    void fit_tableOfFeatures_usesAllItsRows() {
        float[][] rows = counting(20).toArray(float[][]::new);
        List<LabelledImage> images = Collections.nCopies(20, new LabelledImage(Path.of("a", "b.png"), "a", "a/b.png"));
        FeatureTable table = new FeatureTable(ModelRef.builtIn("test", "1", "test"), "pooled", images, rows);

        assertThat(Calibration.of(BinarizerMethod.MEAN, DIMENSIONS).fit(table).thresholds())
                .isEqualTo(fitted(BinarizerMethod.MEAN).thresholds());
    }

    @Test
    void fit_tooFewRows_namesBothNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Calibration.of(BinarizerMethod.MEAN, DIMENSIONS).fit("pooled", counting(15)))
                .withMessage("expected at least 16 images to calibrate on, got 15");
    }

    @Test
    void fit_rowsAllTheSame_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(BinarizerMethod.MEDIAN, DIMENSIONS)
                        .fit("pooled", Collections.nCopies(20, new float[DIMENSIONS])))
                .withMessage("expected features that differ between images, got the same 20 times");
    }

    @Test
    void fit_rowOfOtherLength_namesTheRow() {
        List<float[]> rows = counting(20);
        rows.add(new float[4]);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Calibration.of(BinarizerMethod.MEAN, DIMENSIONS).fit("pooled", rows))
                .withMessage("expected 8 features, got 4 in row 20");
    }

    @Test
    void fit_featureNotFinite_namesTheRow() {
        List<float[]> rows = counting(20);
        rows.get(3)[2] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Calibration.of(BinarizerMethod.MEAN, DIMENSIONS).fit("pooled", rows))
                .withMessage("expected finite features, got NaN at 2 of row 3");
    }

    @Test
    void constructor_otherBitsWithoutRotation_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(BinarizerMethod.MEDIAN, 1280, 4096, 1))
                .withMessage("expected as many bits as dimensions with method median, got 4096 and 1280");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.rotation(1280, 100, 1))
                .withMessage("expected a positive multiple of 8 bits, got 100");
    }

    private static Binarizer fitted(BinarizerMethod method) {
        return Calibration.of(method, DIMENSIONS).fit("pooled", counting(20)).toBinarizer();
    }

    private static List<float[]> counting(int size) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] row = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                row[d] = i + 100 * d;
            }
            rows.add(row);
        }
        return rows;
    }

    /** Like pooled features: half zeros, the others positive with a long tail. */
    private static List<float[]> skewed(int size, int dimensions) {
        Random random = new Random(1);
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] row = new float[dimensions];
            for (int d = 0; d < dimensions; d++) {
                row[d] = (float) Math.max(0, random.nextGaussian());
            }
            rows.add(row);
        }
        return rows;
    }
}
