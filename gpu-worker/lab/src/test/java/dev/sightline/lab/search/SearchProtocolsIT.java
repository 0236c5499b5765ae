package dev.sightline.lab.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both protocols on a real node, against a scan of the same vectors in memory. */
class SearchProtocolsIT {

    private static final int INDEXED = 300;
    private static final SearchTask TASK = Tasks.random(INDEXED);

    @Test
    void run_onRandomVectors_equalsTheBruteForceScan() {
        List<Section> sections = run();

        Table recall = sections.getFirst().tables().getFirst();
        assertThat(recall.rows()).hasSize(2 * SearchMeasurement.SHORTLISTS.size() + 1);
        for (List<Cell> row : recall.rows()) {
            if (row.getFirst().equals(new Cell.Text("Hamming candidates"))) {
                assertThat(value(row.get(3))).isOne();
            }
        }
        // 500 candidates are all 300 images: the two stages are the exact scan.
        assertThat(value(recall.rows()
                        .get(2 * SearchMeasurement.SHORTLISTS.size() - 1)
                        .get(3)))
                .isOne();

        Table gain = sections.getLast().tables().getFirst();
        double bruteForce = bruteForcePrecision();
        assertThat(value(gain.rows().getLast().get(3))).isCloseTo(bruteForce, within(1e-9));
        assertThat(value(gain.rows().get(gain.rows().size() - 2).get(3))).isCloseTo(bruteForce, within(1e-9));
        assertThat(((Cell.Decimal) sections.getLast()
                                .tables()
                                .getLast()
                                .rows()
                                .getFirst()
                                .get(3))
                        .value())
                .isLessThan(1 / 8.0);
    }

    private static List<Section> run() {
        try (OpenSearchConnection connection = TestNode.connect()) {
            return new SearchProtocols(connection, KnnMode.EXACT, line -> {}).run(TASK);
        }
    }

    private static double value(Cell cell) {
        return ((Cell.Estimate) cell).interval().value();
    }

    private static double bruteForcePrecision() {
        return TASK.queries().stream()
                .mapToDouble(query -> TASK.indexed().stream()
                                .sorted(Comparator.comparingDouble((Embedded image) -> -cosine(query, image)))
                                .limit(SearchMeasurement.K)
                                .filter(image -> image.label().equals(query.label()))
                                .count()
                        / (double) SearchMeasurement.K)
                .average()
                .orElseThrow();
    }

    private static double cosine(Embedded query, Embedded image) {
        return query.embedding().dense().cosine(image.embedding().dense());
    }

    @Test
    void run_twice_givesTheSameNumbersExceptTimes() {
        assertThat(run().getLast().tables()).isEqualTo(run().getLast().tables());
    }
}
