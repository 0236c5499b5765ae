package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.report.Table.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalReportTest {

    @Test
    void write_ofSmallReport_isAlignedText() {
        assertEquals("""
                Small
                =====
                data        tuxpaint: 401 pictures, 38 labels (sha256 9f86d081884c)
                embedder    efficientnet-lite0 1 (sha256 2c26b46b68ff)
                detector    nanodet 1 (sha256 fcde2b2edba5)
                seed        42
                machine     Example 9000 @ 3.0 GHz, 2 cores, 24.0 GiB
                software    Linux amd64, Example 25+36
                ran         2026-01-02 03:04 UTC, for 3 min 12 s

                P1: precision
                -------------
                What the numbers say.

                Precision
                features    bytes                  P@10  recall
                ----------  -----  --------------------  ------
                dense | L2  5,120          0.532 ±0.041    1.00
                <b>&"         160  0.500 [0.250, 0.625]       –
                – no index
                """, text(SmallReport.report(), 100));
    }

    @Test
    void write_inNarrowTerminal_continuesTheTableWithItsFirstColumn() {
        String text = text(SmallReport.report(), 42);

        assertTrue(text.contains("""
                features    bytes                  P@10
                ----------  -----  --------------------
                dense | L2  5,120          0.532 ±0.041
                <b>&"         160  0.500 [0.250, 0.625]

                features    recall
                ----------  ------
                dense | L2    1.00
                <b>&"            –
                """), text);
        text.lines().forEach(line -> assertTrue(line.length() <= 42, line));
    }

    @Test
    void write_withManyWordColumns_keepsOnlyTheFirstWhenItContinues() {
        List<Cell> row =
                List.of(new Cell.Text("a".repeat(18)), new Cell.Text("b".repeat(18)), new Cell.Text("c".repeat(18)));
        Report report = SmallReport.of(new Table("words", "Words", List.of("one", "two", "three"), List.of(row)));

        String text = text(report, 40);

        assertTrue(text.contains("a".repeat(18) + "  " + "b".repeat(18) + "\n"), text);
        assertTrue(text.contains("a".repeat(18) + "  " + "c".repeat(18) + "\n"), text);
    }

    @Test
    void write_withLongWords_shortensThemToHalfTheWidth() {
        Report report = SmallReport.of(
                new Table("long", "Long", List.of("name"), List.of(List.of(new Cell.Text("x".repeat(50))))));

        assertTrue(text(report, 40).contains("\n" + "x".repeat(19) + "…\n"));
    }

    @Test
    void write_inAnyLocale_isTheSame() {
        String expected = text(SmallReport.report(), 80);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals(expected, text(SmallReport.report(), 80));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void new_withTooFewColumns_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TerminalReport(39));
    }

    @Test
    void write_toAClosedWriter_fails() throws IOException {
        Writer closed = Writer.nullWriter();
        closed.close();

        assertThrows(UncheckedIOException.class, () -> new TerminalReport(80).write(SmallReport.report(), closed));
    }

    private static String text(Report report, int width) {
        var out = new StringBuilder();
        new TerminalReport(width).write(report, out);
        return out.toString();
    }
}
