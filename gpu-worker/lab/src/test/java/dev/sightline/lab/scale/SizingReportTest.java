package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizingReportTest {

    private final SizingReport report = new SizingReport(
            List.of(new Workload(1_000_000, 1_000_000, 10), new Workload(10_000_000, 10_000_000, 100)),
            QuantityTable.figures(),
            QuantityTable.prices());

    @Test
    void sections_haveAColumnForEachWorkload() {
        assertThat(report.sections()).extracting(Section::id).containsExactly("index", "pipeline", "costs");
        assertThat(table("index", "index").columns()).containsExactly("what", "unit", "1 M images", "10 M images");
        assertThat(table("index", "index").rows())
                .contains(List.of(
                        new Cell.Text("vectors"),
                        new Cell.Text("images and objects"),
                        new Cell.Count(2_000_000),
                        new Cell.Count(20_000_000)));
    }

    @Test
    void costs_sayThatPricesAreExamples_andOfWhichDateAndRegion() {
        Section costs = report.sections().getLast();

        assertThat(costs.summary()).contains("EXAMPLES", "2026-11-29", "us-east-1");
    }

    @Test
    void inputs_listEveryFigureAndPriceWithItsSource() {
        List<Table> tables = report.inputs().tables();

        assertThat(tables.getFirst().rows()).hasSize(Figure.values().length);
        assertThat(tables.getLast().rows()).hasSize(Price.values().length);
        assertThat(tables.getLast().rows())
                .contains(List.of(
                        new Cell.Text("function-time"),
                        new Cell.Text("0.0000133334"),
                        new Cell.Text("USD/GiB-second"),
                        new Cell.Text("Lambda on arm64")));
    }

    private Table table(String section, String name) {
        return report.sections().stream()
                .filter(each -> each.id().equals(section))
                .flatMap(each -> each.tables().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
