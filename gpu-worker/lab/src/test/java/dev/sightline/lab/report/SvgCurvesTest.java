package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.lab.report.Plot.Axis;
import dev.sightline.lab.report.Plot.Lines;
import dev.sightline.lab.report.Plot.Point;
import dev.sightline.lab.report.Plot.Series;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvgCurvesTest {

    @TempDir
    private Path folder;

    @Test
    void of_twoPoints_drawsFromCornerToCorner() {
        String svg = SvgCurves.of(lines(Point.of(0, 0), Point.of(6, 50_000)));

        // Axes end at a tick: 6 and 50 k. The area reaches from 64 to 624 and from 36 to 232.
        assertThat(svg).contains("points=\"64.0,232.0 624.0,36.0\"", ">50 k<", ">hours &amp; minutes<");
    }

    @Test
    void of_aLevelStretch_leavesOutItsInside() {
        String svg = SvgCurves.of(lines(Point.of(0, 1), Point.of(1, 1), Point.of(2, 1), Point.of(3, 0)));

        assertThat(svg).contains("points=\"64.0,36.0 437.3,36.0 624.0,232.0\"");
    }

    @Test
    void of_anyTitle_isWellFormedXml() throws Exception {
        String svg = SvgCurves.of(new Lines(
                "name",
                "a < b & \"c\"",
                new Axis("x", false),
                new Axis("y", false),
                List.of(new Series("<s>", List.of(Point.of(0, 0))))));

        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & \"c\"");
    }

    @Test
    void of_whatItCannotDraw_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SvgCurves.of(lines(Point.of(0, -1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SvgCurves.of(new Lines("name", "title", new Axis("x", true), new Axis("y", false), List.of())));
    }

    @Test
    void write_ofASection_namesFilesBySectionAndPlot() throws IOException {
        SvgCurves.write(Section.of("bursts", "Bursts", "none", List.of(), List.of(lines(Point.of(0, 0)))), folder);

        assertThat(Files.readString(folder.resolve("bursts-name.svg"))).startsWith("<svg ");
    }

    private static Lines lines(Point... points) {
        return new Lines(
                "name",
                "title",
                new Axis("hours & minutes", false),
                new Axis("images", false),
                List.of(new Series("series", List.of(points))));
    }
}
