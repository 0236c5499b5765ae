package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.metrics.Interval;
import dev.sightline.lab.report.Table.Cell;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void new_withTheSameNameTwice_isRefused() {
        Table table = SmallReport.table();
        Plot plot = SmallReport.plot();
        Gallery gallery = new Gallery("worst", "Worst", List.of());
        Section section = Section.of("p1", "P1", "", List.of(), List.of());

        assertRefused("tables, got \"p1\"", () -> Section.of("p1", "P1", "", List.of(table, table), List.of()));
        assertRefused("plots, got \"curve\"", () -> Section.of("p1", "P1", "", List.of(), List.of(plot, plot)));
        assertRefused(
                "galleries, got \"worst\"",
                () -> new Section("p1", "P1", "", List.of(), List.of(), List.of(gallery, gallery)));
        assertRefused(
                "sections, got \"p1\"", () -> new Report("r", SampleReport.provenance(), List.of(section, section)));
        assertRefused("columns, got \"a\"", () -> new Table("t", "T", List.of("a", "a"), List.of()));
    }

    @Test
    void new_withANameThatIsNoAnchor_isRefused() {
        assertRefused("\"p 1\"", () -> Section.of("p 1", "P1", "", List.of(), List.of()));
        assertRefused("\"<t>\"", () -> new Table("<t>", "T", List.of(), List.of()));
        assertRefused("\"a/b\"", () -> new Gallery("a/b", "G", List.of()));
    }

    @Test
    void new_withAnotherNumberOfCells_isRefused() {
        assertRefused(
                "expected 2 cells in each row of t, got 1",
                () -> new Table("t", "T", List.of("a", "b"), List.of(List.of(new Cell.Count(1)))));
    }

    @Test
    void new_ofACellWithoutANumber_isRefused() {
        assertRefused("missing cell, got NaN", () -> new Cell.Decimal(Double.NaN, 2));
        assertRefused(
                "missing cell, got Infinity", () -> new Cell.Estimate(new Interval(0, 0, Double.POSITIVE_INFINITY), 2));
    }

    @Test
    void here_describesThisMachine() {
        Machine machine = Machine.here();

        assertTrue(machine.cores() > 0);
        assertTrue(machine.memoryBytes() > 1 << 26);
        assertTrue(machine.jdk().contains(Integer.toString(Runtime.version().feature())), machine.jdk());
        assertTrue(!machine.processor().isBlank());
    }

    @Test
    void processor_ofAFileWithoutIt_isTheArchitecture() {
        assertEquals(System.getProperty("os.arch"), Machine.processor(java.nio.file.Path.of("no-such-file")));
    }

    private static void assertRefused(String part, ThrowingCallable callable) {
        assertThatIllegalArgumentException().isThrownBy(callable).withMessageContaining(part);
    }
}
