package dev.sightline.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.bench.figures.Figure.Better;
import dev.sightline.bench.figures.RunComparison.Fall;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunComparisonTest {

    private BenchFolder stored = new BenchFolder(Path.of("unused"));
    private BenchFolder now = new BenchFolder(Path.of("unused"));

    @BeforeEach
    void folders(@TempDir Path folder) {
        stored = new BenchFolder(folder.resolve("stored"));
        now = new BenchFolder(folder.resolve("now"));
    }

    private static StepData step(List<Figure> figures) {
        return new StepData("micro", "Micro", "command", true, "", Map.of(), figures, List.of(), List.of());
    }

    private static StepData rates(double limit, double... own) {
        List<Double> values = Arrays.stream(own).boxed().toList();
        return step(List.of(
                Figure.baseline("limit", "limit", "1/s", Better.HIGHER, List.of(limit)),
                Figure.baseline("own", "own", "1/s", Better.HIGHER, values).against("limit")));
    }

    private static StepData times(double limit, double own) {
        return step(List.of(
                Figure.baseline("limit", "limit", "ms", Better.LOWER, List.of(limit)),
                Figure.baseline("own", "own", "ms", Better.LOWER, List.of(own)).against("limit")));
    }

    private List<Fall> falls(StepData before, StepData after) {
        stored.write(before);
        now.write(after);
        return new RunComparison(stored, now).falls();
    }

    @Test
    void falls_withARateThatFellByMoreThanTheNoise_namesBothRatios() {
        assertThat(falls(rates(100, 80), rates(100, 60)))
                .containsExactly(new Fall("micro", "own", "ratio 0.600, stored 0.800 ± 10 %, higher is better"));
    }

    @Test
    void falls_withAMachineHalfAsFast_isEmpty() {
        assertThat(falls(rates(100, 80), rates(50, 40))).isEmpty();
    }

    @Test
    void falls_withAFallWithinTheStoredRange_isEmpty() {
        assertThat(falls(rates(100, 60, 80, 100), rates(100, 62))).isEmpty();
    }

    @Test
    void falls_withATimeThatGrew_namesIt() {
        assertThat(falls(times(10, 20), times(10, 23))).extracting(Fall::figure).containsExactly("own");
    }

    @Test
    void falls_withATimeThatShrank_isEmpty() {
        assertThat(falls(times(10, 20), times(10, 5))).isEmpty();
    }

    @Test
    void falls_withARecallThatFellByTwoPercent_namesIt() {
        assertThat(falls(recall(0.99), recall(0.97)))
                .containsExactly(new Fall("micro", "own", "ratio 0.970, stored 0.990 ± 1 %, higher is better"));
    }

    private static StepData recall(double own) {
        return step(List.of(
                Figure.baseline("limit", "limit", "share", Better.HIGHER, List.of(1.0)),
                Figure.baseline("own", "own", "share", Better.HIGHER, List.of(own))
                        .against("limit")));
    }

    @Test
    void falls_withAFigureThatIsGone_namesIt() {
        StepData without = step(List.of(Figure.baseline("limit", "limit", "1/s", Better.HIGHER, List.of(1.0))));

        assertThat(falls(rates(100, 80), without)).containsExactly(new Fall("micro", "own", "not measured any more"));
    }

    @Test
    void compared_withAStepThatWasNotRun_countsNoneOfIt() {
        stored.write(rates(100, 80));

        assertThat(new RunComparison(stored, now).compared()).isZero();
    }

    @Test
    void figure_withoutValuesOrBelowZero_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.baseline("a", "a", "ms", Better.LOWER, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.baseline("a", "a", "ms", Better.LOWER, List.of(-1.0)))
                .withMessageContaining("-1.0");
    }

    @Test
    void stepData_withABaselineThatIsNotThere_isRefused() {
        Figure lonely =
                Figure.baseline("own", "own", "ms", Better.LOWER, List.of(1.0)).against("limit");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> step(List.of(lonely)))
                .withMessage("micro: expected the baseline limit, got only [own]");
    }
}
