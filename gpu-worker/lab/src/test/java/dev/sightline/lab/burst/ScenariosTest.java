package dev.sightline.lab.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.scale.QuantityTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    private final Scenarios scenarios = new Scenarios(QuantityTable.figures(), QuantityTable.prices(), 10, 1);

    @Test
    void of_takesEachFigureToItsPlace() {
        Scenario scenario = scenarios.of(10_000);

        assertThat(scenario.ingest()).isEqualTo(new Scenario.Function(10, 0.2, 20, 1e9));
        assertThat(scenario.workers().scaling())
                .isEqualTo(new Scenario.Scaling.Steps(
                        60,
                        240,
                        List.of(
                                new Scenario.Scaling.Step(16_000, 1),
                                new Scenario.Scaling.Step(80_000, 2),
                                new Scenario.Scaling.Step(320_000, 10)),
                        2,
                        240,
                        20,
                        10,
                        300));
        assertThat(scenario.workers().spot()).isEqualTo(new Scenario.Spot(1, 0.05, 10, 120));
        assertThat(scenario.workers().othersPerSecond()).isEqualTo(30);
        assertThat(scenario.workers().min()).isZero();
        assertThat(scenario.workers().max()).isEqualTo(8);
    }

    @Test
    void of_aSmallBurst_isIndexedByTheDomainOfAMillionImages() {
        // (2 nodes x 2 processors x 0.7 - 10 x 0.017) / 0.023
        assertThat(scenarios.of(10_000).indexer().imagesPerSecond()).isCloseTo(2.63 / 0.023, within(1e-6));
    }

    @Test
    void of_impossibleNumbers_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> scenarios.of(0)).withMessageContaining("images >= 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Scenario.Function(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scenario.Scaling.Proportional(60, 300, 0, 60, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scenario.Spot(-1, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scenario.Workers(
                        1, 0, 3, 2, new Scenario.Scaling.Proportional(60, 300, 1, 60, 600), Scenario.Spot.NONE));
    }

    @Test
    void section_hasARowAndThreePlotsForEachBurst() {
        Section section = BurstReport.of(scenarios, List.of(10_000L, 100_000L)).section();

        Table table = section.tables().getFirst();
        assertThat(table.rows()).hasSize(2);
        assertThat(section.plots())
                .extracting(plot -> plot.name())
                .containsExactly(
                        "10k-backlog",
                        "10k-workers",
                        "10k-freshness",
                        "100k-backlog",
                        "100k-workers",
                        "100k-freshness");
        assertThat(section.tables().getLast().rows()).hasSize(6);
    }

    @Test
    void duration_changesItsUnitWithItsSize() {
        assertThat(BurstReport.duration(119)).isEqualTo("119 s");
        assertThat(BurstReport.duration(570)).isEqualTo("9.5 min");
        assertThat(BurstReport.duration(7200)).isEqualTo("2.0 h");
    }
}
