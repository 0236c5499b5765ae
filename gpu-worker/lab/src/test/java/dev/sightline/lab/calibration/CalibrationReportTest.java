package dev.sightline.lab.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ModelRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationReportTest {

    private static final ModelRef EMBEDDER = ModelRef.builtIn("test-embedder", "2", "test");
    private static final BinarizerFile ZERO = BinarizerFile.of(BinarizerMethod.ZERO, "pooled", Binarizer.zero(8));
    private static final BitShares SHARES = BitShares.of(Binarizer.zero(8), BitSharesTest.images());

    @Test
    void toSection_namesDataModelAndNumbers() {
        Section section = report(SHARES).toSection();

        assertThat(section.id()).isEqualTo("calibration");
        assertThat(section.summary())
                .contains("ten images: zero of test-embedder 2, layer pooled, 8 features to 8 bits.")
                .contains("5 of 8 bits (62.5 %) lie outside 0.3 to 0.7 on the held out images")
                .contains("Warning: such bits tell little; try median or rotation.");
        assertThat(section.tables().getFirst().rows())
                .containsExactly(List.of(
                        new Cell.Text("held out"),
                        new Cell.Count(10),
                        new Cell.Decimal(0, 3),
                        new Cell.Decimal(SHARES.median(), 3),
                        new Cell.Decimal(1, 3),
                        new Cell.Count(5),
                        new Cell.Count(2)));
    }

    @Test
    void toSection_plotsHowManyBitsHaveWhatShare() {
        Plot.Bars bars = (Plot.Bars) report(SHARES).toSection().plots().getFirst();

        assertThat(bars.bars()).hasSize(20);
        assertThat(bars.bars().getFirst().name()).isEqualTo("0.00-0.05");
        assertThat(bars.bars().stream().mapToDouble(bar -> bar.value().value()).sum())
                .isEqualTo(8);
        assertThat(bars.bars().getLast().value().value()).isOne();
    }

    @Test
    void warns_withBalancedBits_doesNot() {
        BitShares balanced = BitShares.of(
                Binarizer.zero(8),
                List.of(new float[] {1, 1, 1, 1, -1, -1, -1, -1}, new float[] {-1, -1, -1, -1, 1, 1, 1, 1}));

        assertThat(report(balanced).warns()).isFalse();
        assertThat(report(balanced).toSection().summary()).contains("0 of 8 bits (0.0 %)", "balanced");
    }

    @Test
    void toSection_ofUnbalancedMedian_doesNotAdviseItAgain() {
        BinarizerFile median = BinarizerFile.of(BinarizerMethod.MEDIAN, "pooled", Binarizer.zero(8));
        CalibrationReport report = new CalibrationReport(
                "ten images", EMBEDDER, median, List.of(new CalibrationReport.Measured("held out", SHARES)));

        assertThat(report.toSection().summary()).endsWith("try rotation.");
    }

    @Test
    void constructor_withoutParts_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationReport("none", EMBEDDER, ZERO, List.of()));
    }

    private static CalibrationReport report(BitShares shares) {
        return new CalibrationReport(
                "ten images", EMBEDDER, ZERO, List.of(new CalibrationReport.Measured("held out", shares)));
    }
}
