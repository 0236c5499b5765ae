package dev.sightline.lab.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ModelRef;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittedBinarizerTest {

    private static final Calibration MEAN = Calibration.of(BinarizerMethod.MEAN, 8);

    /** Each fifth row is 100, the others are 1 and 3 in turn: the mean of the others is 2. */
    @Test
    void of_everyFifthRow_isMeasuredAndNotFitted() {
        FittedBinarizer fitted = FittedBinarizer.of(MEAN, table(50));

        assertThat(fitted.file().toBinarizer().thresholds()).containsOnly(2);
        assertThat(fitted.fitted().images()).isEqualTo(40);
        assertThat(fitted.fitted().median()).isEqualTo(0.5);
        assertThat(fitted.heldOut().images()).isEqualTo(10);
        assertThat(fitted.heldOut().smallest()).isOne();
    }

    @Test
    void report_hasARowForEachPart() {
        CalibrationReport report = FittedBinarizer.of(MEAN, table(50)).report("fifty images");

        assertThat(report.toSection().tables().getFirst().rows()).hasSize(2);
        assertThat(report.toSection().summary()).startsWith("fifty images: mean of test 1, layer pooled");
        assertThat(report.warns()).isTrue();
    }

    @Test
    void of_tooFewRows_namesThoseThatCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FittedBinarizer.of(MEAN, table(18)))
                .withMessage("expected at least 16 images to calibrate on, got 15");
    }

    private static FeatureTable table(int size) {
        float[][] rows = new float[size][8];
        int seen = 0;
        for (int i = 0; i < size; i++) {
            Arrays.fill(rows[i], i % 5 == 4 ? 100 : 1 + 2 * (seen++ % 2));
        }
        List<LabelledImage> images =
                Collections.nCopies(size, new LabelledImage(Path.of("a", "b.png"), "a", "a/b.png"));
        return new FeatureTable(ModelRef.builtIn("test", "1", "test"), "pooled", images, rows);
    }
}
