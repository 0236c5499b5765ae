package dev.sightline.lab.report;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.lab.report.Gallery.Mark;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Row;
import dev.sightline.lab.report.Gallery.Verdict;
import dev.sightline.lab.report.Table.Cell;
import dev.sightline.visual.NormalizedBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String NASTY = "<b>&\"'{x}";
    private static final String ESCAPED = "&lt;b&gt;&amp;&quot;&#39;{x}";
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    private final List<Path> pictures = new ArrayList<>();

    @BeforeEach
    void paintPictures() throws IOException {
        for (int i = 0; i < 8; i++) {
            pictures.add(picture("picture-" + i + ".png", 600, 300 + i, new Color(20 * i, 90, 120)));
        }
    }

    @Test
    void write_ofSampleReport_linksOnlyFilesThatItWrote() throws IOException {
        List<String> links = links(write(SampleReport.of(pictures)));

        assertEquals(10, links.stream().filter(link -> link.startsWith("#")).count() * 2);
        for (String link : links) {
            assertTrue(
                    link.startsWith("#") || Files.size(folder.resolve("report").resolve(link)) > 0, link);
        }
        assertEquals(8, count("plots"));
        assertEquals(8 + 4, count("pictures"));
    }

    @Test
    void write_ofPictures_makesSmallCopies() throws IOException {
        write(SampleReport.of(pictures));

        try (Stream<Path> files = Files.list(folder.resolve("report/pictures"))) {
            for (Path file : files.toList()) {
                assertTrue(ImageIO.read(file.toFile()).getWidth() <= 600, file.toString());
            }
        }
        assertEquals(
                280,
                ImageIO.read(folder.resolve("report/pictures/0001.jpg").toFile())
                        .getWidth());
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        write(SampleReport.of(pictures));
        List<byte[]> first = contents();
        write(SampleReport.of(pictures));
        List<byte[]> second = contents();

        assertEquals(1 + 8 + 12, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i));
        }
    }

    @Test
    void write_ofNastyText_escapesItEverywhere() throws IOException {
        var mark = new Mark(new NormalizedBox(0.1, 0.2, 0.3, 0.4), NASTY, Verdict.MISSED);
        var picture = new Picture(pictures.getFirst(), NASTY, Verdict.RIGHT, List.of(mark));
        var gallery = new Gallery("g", NASTY, List.of(new Row(picture, List.of(picture))));
        var table = new Table(
                "t", NASTY, List.of(NASTY, "missing"), List.of(List.of(new Cell.Text(NASTY), new Cell.Missing(NASTY))));
        var plot = new Plot.Lines("l", NASTY, new Plot.Axis(NASTY, false), new Plot.Axis(NASTY, false), List.of());
        var section = new Section("s", NASTY, NASTY, List.of(table), List.of(plot), List.of(gallery));

        String html = write(new Report(NASTY, SampleReport.provenance(), List.of(section)));

        assertFalse(html.contains("<b>&"), html);
        assertTrue(html.contains("<title>" + ESCAPED + "</title>"));
        assertTrue(html.contains("id=\"s-t\">" + ESCAPED + "</p>"));
        assertTrue(html.contains("<p class=\"summary\">" + ESCAPED + "</p>"));
        assertTrue(html.contains("data-order=\"" + ESCAPED + "\">" + ESCAPED + "</td>"));
        assertTrue(html.contains("<p class=\"note\">– " + ESCAPED + "</p>"));
        assertTrue(html.contains("alt=\"" + ESCAPED + "\""));
        assertTrue(html.contains("<span>" + ESCAPED + "</span>"));
        assertTrue(html.contains("<h3>" + ESCAPED + "</h3>"));
    }

    @Test
    void write_ofVerdictsAndMarks_drawsThemAsFramesAndBoxes() throws IOException {
        var mark = new Mark(new NormalizedBox(0.1, 0.2, 0.3, 0.4), "boat", Verdict.MISSED);
        var query = new Picture(pictures.getFirst(), "scene", Verdict.NONE, List.of(mark));
        var wrong = Picture.of(pictures.get(1), "2. hat", Verdict.WRONG);

        String html = write(new Report(
                "r",
                SampleReport.provenance(),
                List.of(new Section(
                        "s",
                        "S",
                        "",
                        List.of(),
                        List.of(),
                        List.of(new Gallery("g", "G", List.of(new Row(query, List.of(wrong)))))))));

        assertTrue(
                html.contains(
                        "<div class=\"mark missed\" style=\"left:10.00%;top:20.00%;width:30.00%;height:40.00%\"><span>boat</span></div>"));
        assertTrue(html.contains("<figure class=\"query none\">"));
        assertTrue(html.contains("<figure class=\"result wrong\">"));
        assertTrue(html.contains("<figcaption><b>✗ wrong</b> 2. hat</figcaption>"));
    }

    @Test
    void write_ofNumbers_sortsByTheirFullValue() throws IOException {
        String html = write(SmallReport.report());

        assertTrue(html.contains("<td class=\"number\" data-order=\"5120\">5,120</td>"));
        assertTrue(html.contains("<td class=\"number\" data-order=\"0.532\">0.532 ±0.041</td>"));
        assertTrue(html.contains("<td class=\"number\" data-order=\"\">–</td>"));
        assertTrue(html.contains("document.querySelectorAll(\"th button\")"));
        assertTrue(html.contains("body {\n  margin: 0;"));
    }

    @Test
    void write_withoutThePicture_namesIt() {
        var gallery = new Gallery(
                "g", "G", List.of(new Row(Picture.of(folder.resolve("gone.png"), "gone", Verdict.NONE), List.of())));
        var section = new Section("s", "S", "", List.of(), List.of(), List.of(gallery));
        var report = new Report("r", SampleReport.provenance(), List.of(section));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> write(report))
                .withMessageContaining("gone.png");
    }

    private String write(Report report) throws IOException {
        new HtmlReport().write(report, folder.resolve("report"));
        return Files.readString(folder.resolve("report/index.html"));
    }

    private long count(String part) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report").resolve(part))) {
            return files.count();
        }
    }

    private List<byte[]> contents() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static List<String> links(String html) {
        return LINK.matcher(html).results().map(result -> result.group(1)).toList();
    }

    private Path picture(String name, int width, int height, Color colour) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
