package dev.sightline.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    @Test
    void text_ofSmallReport_isEscapedMarkdown() {
        assertEquals("""
                # Small

                - data: tuxpaint: 401 pictures, 38 labels (sha256 9f86d081884c)
                - embedder: efficientnet-lite0 1 (sha256 2c26b46b68ff)
                - detector: nanodet 1 (sha256 fcde2b2edba5)
                - seed: 42
                - machine: Example 9000 @ 3.0 GHz, 2 cores, 24.0 GiB
                - software: Linux amd64, Example 25+36
                - ran: 2026-01-02 03:04 UTC, for 3 min 12 s

                ## P1: precision

                What the numbers say.

                Precision

                | features | bytes | P@10 | recall |
                | :--- | ---: | ---: | ---: |
                | dense \\| L2 | 5,120 | 0.532 ±0.041 | 1.00 |
                | \\<b\\>\\&" | 160 | 0.500 \\[0.250, 0.625\\] | – |

                – no index

                ![Curve](plots/p1-curve.png)
                """, new MarkdownReport().text(SmallReport.report(), "plots"));
    }

    @Test
    void write_toAFile_putsThePlotsBesideIt(@TempDir Path folder) throws IOException {
        new MarkdownReport().write(SmallReport.report(), folder.resolve("docs/evaluation.md"));

        String text = Files.readString(folder.resolve("docs/evaluation.md"));
        assertTrue(text.contains("](evaluation/p1-curve.png)"), text);
        assertTrue(Files.size(folder.resolve("docs/evaluation/p1-curve.png")) > 0);
    }
}
