package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelReportTest {

    /** Along the first axis lie cats, along the second one dogs; the layer looks at the second axis only, and is half as sure as it should be. */
    private final TrainedLabels trained = new TrainedLabels(
            List.of("cat", "dog"),
            new LinearHead(new float[][] {{0, -1}, {0, 1}}, new float[] {1, -1}),
            new Temperature(0.5));

    private final FeatureTable known =
            new Rows(1).add("cat", 2, 0).add("dog", 0, 2).add("dog", 0.1f, 2).table();

    /** The layer errs on the last one, the nearest neighbour on the last two. */
    private final FeatureTable test = new Rows(1)
            .add("cat", 1, 0.2f)
            .add("dog", 0, 3)
            .add("dog", 4, 3)
            .add("cat", 1, 1.5f)
            .table();

    private final Section section = new LabelReport("pets", new HeadSplit(known, known, test), trained, 7).toSection();

    @Test
    void accuracy_ofHeadAndNeighbours_isTheHandComputedShare() {
        assertThat(estimate(0, 1).value()).isEqualTo(0.75);
        assertThat(estimate(1, 1).value()).isEqualTo(0.5);
        assertThat(decimal("accuracy", 0, 2)).isEqualTo((0.5 + 1) / 2);
    }

    @Test
    void lead_overTheNearestNeighbour_isTheDifferenceOfTheShares() {
        Interval lead = estimate(1, 3);
        assertThat(lead.value()).isEqualTo(0.25);
        assertThat(lead.low()).isZero();
        assertThat(lead.high()).isEqualTo(0.75);
        assertThat(section.summary()).contains("75.0 %", "50.0 %", "within chance", "pets", "seed 7", "clouds");
    }

    /** Gaps of the logits are 2 x (1 - y): 1.6, 4, 4, 1 as trained. */
    @Test
    void likelihood_beforeAndAfter_isTheHandComputedOne() {
        double before = (softplus(-1.6) + 2 * softplus(-4) + softplus(1)) / 4;
        double after = (softplus(-3.2) + 2 * softplus(-8) + softplus(2)) / 4;
        assertThat(decimal("confidence", 0, 3)).isCloseTo(before, within(1e-5));
        assertThat(decimal("confidence", 1, 3)).isCloseTo(after, within(1e-5));
        assertThat(decimal("confidence", 1, 1)).isEqualTo(0.5);
    }

    @Test
    void labels_showImagesAndRightOnes() {
        assertThat(table("by-label").rows().getFirst())
                .containsExactly(
                        new Table.Cell.Text("cat"),
                        new Table.Cell.Count(1),
                        new Table.Cell.Count(2),
                        new Table.Cell.Count(1));
    }

    @Test
    void confusion_hasTheShareOfEachAnswer() {
        assertThat(section.plots().getLast())
                .isInstanceOfSatisfying(
                        Plot.Matrix.class,
                        confusion ->
                                assertThat(confusion.shares()).containsExactly(List.of(0.5, 0.5), List.of(0.0, 1.0)));
    }

    @Test
    void toSection_ofTheSameSeed_isTheSame() {
        var again = new LabelReport("pets", new HeadSplit(known, known, test), trained, 7);
        assertThat(again.toSection()).isEqualTo(section);
    }

    private Interval estimate(int row, int column) {
        return ((Table.Cell.Estimate) table("accuracy").rows().get(row).get(column)).interval();
    }

    private double decimal(String table, int row, int column) {
        return ((Table.Cell.Decimal) table(table).rows().get(row).get(column)).value();
    }

    private Table table(String name) {
        return section.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double softplus(double gap) {
        return Math.log1p(Math.exp(gap));
    }
}
