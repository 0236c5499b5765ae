package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostsTest {

    private static final double EXACT = 1e-9;

    private final QuantityTable<Figure> figures = QuantityTable.figures();
    private final QuantityTable<Price> prices = QuantityTable.prices();
    private final Costs costs = new Costs(new Workload(1_000_000, 1_000_000, 10), figures, prices);

    @Test
    void perThousandImages_withCpuWorkers_isTheSumOfItsParts() {
        List<Costs.Line> lines = costs.perThousandImages(WorkerKind.CPU);

        // 1000 / 43.75 images/s / 3600 h; one of eight is on demand: (7 x 0.072 + 0.179) / 8
        assertLine(lines, "CPU workers", 1000 / 43.75 / 3600 * 0.085375);
        // 1000 x (20 + 50 ms) x 1 GiB, and 200 invocations
        assertLine(lines, "functions", 70 * 0.0000133334 + 200 * 0.2e-6);
        assertLine(lines, "queues", 3000 * 0.4e-6);
        assertLine(lines, "bucket events", 1000 * 1e-6);
        assertLine(lines, "requests to S3", 3000 * 5e-6 + 4000 * 0.4e-6);
        assertThat(lines).hasSize(5);
    }

    @Test
    void perMillionQueries_isTheSumOfItsParts() {
        List<Costs.Line> lines = costs.perMillionQueries();

        assertLine(lines, "API", 3.5);
        assertLine(lines, "functions", 1e6 * 0.05 * 0.0000133334 + 0.2);
        assertLine(lines, "queues", 1.2 * 0.4);
        assertLine(lines, "logs", 1e9 / (1L << 30) * 0.5);
        assertThat(lines).hasSize(4);
    }

    @Test
    void perMonth_isTheSumOfItsParts() {
        List<Costs.Line> lines = costs.perMonth();

        assertLine(lines, "data nodes", 730 * 2 * 0.178);
        assertLine(lines, "manager nodes", 730 * 3 * 0.135);
        assertLine(lines, "disks of the nodes", 2e6 * 12_900 * 2 * 1.45 / (1L << 30) * 0.122);
        // Of two million vectors and a million images: (500,000 + 20,000 + 2 x 7,040 + 2,000) bytes an image
        assertLine(lines, "buckets", 1e6 * 536_080 / (1L << 30) * 0.023);
        assertLine(lines, "workers for queries", 730 * 2 * 0.179);
        assertLine(lines, "fixed", 150);
    }

    @Test
    void standingPerMillionQueries_isTheMonthOverItsQueries() {
        double month = Costs.sum(costs.perMonth());

        assertThat(costs.standingPerMillionQueries()).isCloseTo(month / (10 * 730 * 3600.0) * 1e6, within(EXACT));
        assertThat(new Costs(new Workload(1, 0, 0), figures, prices).standingPerMillionQueries())
                .isZero();
    }

    @Test
    void analyzers_areAtLeastTwo_andEnoughForTheQueries() {
        assertThat(costs.analyzers()).isEqualTo(2);
        // 1,000 queries x 0.3 x 60 ms / 0.7 / 4 processors = 6.4
        assertThat(new Costs(new Workload(1, 0, 1_000), figures, prices).analyzers())
                .isEqualTo(7);
    }

    private static void assertLine(List<Costs.Line> lines, String name, double usd) {
        assertThat(lines)
                .filteredOn(line -> line.name().equals(name))
                .singleElement()
                .satisfies(line -> assertThat(line.usd()).isCloseTo(usd, within(EXACT)));
    }
}
