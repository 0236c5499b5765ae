package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.index.KnnMode;
import dev.sightline.index.VectorBytes;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both sections from numbers made up by hand: the exact scan is right in all of P@10, two stages in 0.9, Hamming alone in 0.5. */
class SearchSectionsTest {

    private static final SearchTask TASK = Tasks.random(1_000);
    private static final SearchFindings FINDINGS = new SearchFindings(
            TASK,
            KnnMode.EXACT,
            new SearchFindings.Ways(
                    measured(1_000, 1, 1, 40),
                    Stream.of(10, 50, 100, 500)
                            .map(size -> measured(size, 1, 0.5, 3))
                            .toList(),
                    Stream.of(10, 50, 100, 500)
                            .map(size -> measured(size, 0.75, 0.9, 4 + size / 100.0))
                            .toList()),
            new VectorBytes(8_000, 256_000));

    @Test
    void p4_namesRecallAndLatencyOfTheDefault() {
        Section section = new RecallSection(FINDINGS).toSection();

        assertThat(section.id()).isEqualTo("p4");
        assertThat(section.summary())
                .contains(
                        "random vectors: 1000 images indexed, 30 queries; embedder test-embedder 1, binarizer zero, 64 bits; seed 1.")
                .contains("Index: OpenSearch, candidates by comparing all codes.")
                .contains("With 100 candidates")
                .contains("find 75.0 % (95 % interval 75.0 to 75.0)")
                .contains("in 5.0 ms (p50); the scan takes 40.0 ms");
        Table table = section.tables().getFirst();
        assertThat(table.rows()).hasSize(9);
        assertThat(table.rows().get(6).subList(0, 3))
                .containsExactly(new Cell.Text("two stages"), new Cell.Count(100), new Cell.Text("exact scan"));
        assertThat(table.rows().getLast().get(4)).isEqualTo(new Cell.Decimal(40, 1));
    }

    @Test
    void p4_plotsRecallAgainstLatency() {
        Plot.Scatter plot =
                (Plot.Scatter) new RecallSection(FINDINGS).toSection().plots().getFirst();

        List<Plot.Point> points = plot.series().getFirst().points();
        assertThat(points).extracting(Plot.Point::x).containsExactly(4.1, 4.5, 5.0, 9.0);
        assertThat(points).allSatisfy(point -> assertThat(point.y().value()).isEqualTo(0.75));
    }

    @Test
    void p5_namesLossAndBytes() {
        Section section = new ShortlistSection(FINDINGS).toSection();

        assertThat(section.id()).isEqualTo("p5");
        assertThat(section.summary())
                .contains("With a shortlist of 100 (10.0 % of the index)")
                .contains("by -10.00 points")
                .contains("reads 8000 bytes, 1/32.0 of the 256000 bytes");
    }

    @Test
    void p5_comparesEachShortlistWithBothEnds() {
        Table gain = new ShortlistSection(FINDINGS).toSection().tables().getFirst();

        assertThat(gain.rows())
                .extracting(row -> row.get(1))
                .contains(new Cell.Count(50), new Cell.Count(100), new Cell.Count(500))
                .doesNotContain(new Cell.Count(10));
        List<Cell> hundred = gain.rows().get(2);
        assertThat(estimate(hundred.get(3))).isEqualTo(0.9);
        assertThat(estimate(hundred.get(4))).isCloseTo(0.4, within(1e-9));
        assertThat(estimate(hundred.get(5))).isCloseTo(-0.1, within(1e-9));
        assertThat(estimate(hundred.get(6))).isEqualTo(0.75);
    }

    @Test
    void p5_givesBytesPerImage() {
        Table bytes = new ShortlistSection(FINDINGS).toSection().tables().getLast();

        assertThat(bytes.rows())
                .containsExactly(
                        List.of(
                                new Cell.Text("Hamming candidates"),
                                new Cell.Count(8_000),
                                new Cell.Decimal(8, 1),
                                new Cell.Decimal(0.03125, 4)),
                        List.of(
                                new Cell.Text("dense vectors"),
                                new Cell.Count(256_000),
                                new Cell.Decimal(256, 1),
                                new Cell.Decimal(1, 4)));
    }

    private static double estimate(Cell cell) {
        return ((Cell.Estimate) cell).interval().value();
    }

    private static Measured measured(int shortlist, double recall, double precision, double milliseconds) {
        return new Measured(
                shortlist, same(recall), same(precision), new Latencies(milliseconds, milliseconds, milliseconds));
    }

    private static double[] same(double value) {
        double[] values = new double[Tasks.QUERIES];
        Arrays.fill(values, value);
        return values;
    }
}
