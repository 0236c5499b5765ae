package dev.sightline.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.Bootstrap;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.ModelRef;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureComparisonTest {

    private static final ModelRef EMBEDDER = ModelRef.builtIn("toy", "1", "toy");
    private static final int IMAGES = 40;

    @Test
    void sections_ofFeaturesThatTellLabelsApart_findAllByFloatsAndLoseByZeroThresholds() {
        FeatureComparison comparison = comparison(1);

        Section precision = new PrecisionReport(comparison).toSection();
        Section grid = new GridReport(comparison).toSection();
        Section binarizing = new BinarizingReport(comparison).toSection();

        assertThat(cell(precision.tables().getFirst(), 2, "Precision@K"))
                .isEqualTo(new Cell.Estimate(new Interval(1, 1, 1), 3));
        assertThat(grid.tables().getFirst().rows()).hasSize(9);
        // All values are positive: with a threshold of zero all bits are set, and nothing is told apart.
        assertThat(cell(grid.tables().getFirst(), 3, "distance")).isEqualTo(new Cell.Text("hamming-zero !"));
        assertThat(cell(grid.tables().getFirst(), 3, "set bits")).isEqualTo(new Cell.Decimal(1, 2));
        assertThat(estimate(binarizing, 0, "dP@10").high()).isNegative();
        assertThat(estimate(binarizing, 2, "dP@10")).isEqualTo(new Interval(0, 0, 0));
        assertThat(estimate(binarizing, 2, "dP@10 to zero").low()).isPositive();
    }

    @Test
    void sections_withTheSameSeed_areTheSame() {
        assertThat(new GridReport(comparison(3)).toSection()).isEqualTo(new GridReport(comparison(3)).toSection());
    }

    @Test
    void of_otherImagesThanTheTasks_isRefused() {
        RetrievalTask task = task();
        FeatureTable table = table(IMAGES - 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureComparison.of(
                        task, List.of(new FeatureComparison.Layer(table, table)), Bootstrap.of(1), "toy", line -> {}))
                .withMessage("expected the task's images in pooled");
    }

    private static FeatureComparison comparison(long seed) {
        FeatureTable table = table(IMAGES);
        var layer = new FeatureComparison.Layer(table, table);
        return FeatureComparison.of(task(), List.of(layer), Bootstrap.of(seed), "toy", line -> {});
    }

    private static RetrievalTask task() {
        return RetrievalTask.of(
                images(IMAGES), IntStream.range(0, IMAGES).boxed().toList(), IMAGES, 1);
    }

    /** Two labels: one has large values in the first half of 64 features, the other in the second; all are positive. */
    private static FeatureTable table(int images) {
        var random = new Random(5);
        float[][] rows = new float[images][64];
        for (int i = 0; i < images; i++) {
            for (int d = 0; d < rows[i].length; d++) {
                boolean large = d / 32 == i % 2;
                rows[i][d] = (large ? 10 : 1) + random.nextFloat();
            }
        }
        return new FeatureTable(EMBEDDER, "pooled", images(images), rows);
    }

    private static List<LabelledImage> images(int count) {
        return Tasks.images(IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0 ? "even" : "odd")
                .toArray(String[]::new));
    }

    private static Cell cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.columns().indexOf(column));
    }

    private static Interval estimate(Section section, int row, String column) {
        return ((Cell.Estimate) cell(section.tables().getFirst(), row, column)).interval();
    }
}
