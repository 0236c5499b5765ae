package dev.sightline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.index.Source;
import dev.sightline.local.ask.Answers;
import dev.sightline.local.demo.DemoAnswer.Emphasis;
import dev.sightline.local.demo.DemoAnswer.Mark;
import dev.sightline.local.upload.Settlement;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {

    private static final byte[] PIXELS = RgbPixels.of(2, 2, new int[4]).encodeJpeg(2);

    @TempDir
    private Path folder;

    @Test
    void page_needsNoOtherFile() throws IOException {
        assertThat(page())
                .contains("src=\"data:image/jpeg;base64,")
                .doesNotContain("src=\"http")
                .doesNotContain("href=")
                .doesNotContain("<script")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void page_showsBoxesInPercent() throws IOException {
        assertThat(page())
                .contains(
                        "<div class=\"box asked\" style=\"left:10.00%;top:20.00%;width:30.00%;height:40.00%\"><em>cat &amp; dog</em>")
                .contains(
                        "<div class=\"box high\" style=\"left:0.00%;top:0.00%;width:50.00%;height:50.00%\"><em>kite</em>");
    }

    @Test
    void page_keepsCaptionsInsideTheFrame() throws IOException {
        assertThat(page())
                .containsPattern("<div class=\"box high far\" style=\"left:70.00%;[^>]*><em>tree</em>")
                .containsPattern("<div class=\"box asked far\" style=\"left:70.00%;[^>]*><em>boat</em>");
    }

    @Test
    void page_showsResultsWithBothDistancesAndMarksRightOnes() throws IOException {
        assertThat(page())
                .contains("<li class=\"result same\">")
                .contains("<b>1. birds</b> <span class=\"same-mark\">✓</span>")
                .contains("<small>owl-2.png</small><small>cosine 0.900</small><small>hamming 0.100, 128 bits</small>")
                .contains("<b>2. mammals</b>\n");
    }

    @Test
    void page_namesRejectedFilesWithTheirReason() throws IOException {
        assertThat(page()).contains("<tr><td>demo/a&lt;b.jpg</td><td>broken-image (no JPEG)</td></tr>");
    }

    @Test
    void page_showsFactsInOrder() throws IOException {
        assertThat(page()).contains("<li><b>469</b><span>images indexed</span></li>");
    }

    private String page() throws IOException {
        Path picture = Files.write(folder.resolve("query.jpg"), PIXELS);
        DemoAnswer answer = new DemoAnswer(
                "Related Pins",
                "What looks like it?",
                picture,
                List.of(
                        new Mark(new NormalizedBox(0.1, 0.2, 0.3, 0.4), "cat & dog", Emphasis.ASKED),
                        new Mark(new NormalizedBox(0, 0, 0.5, 0.5), "kite", Emphasis.DETECTED),
                        new Mark(new NormalizedBox(0.7, 0, 0.2, 0.5), "tree", Emphasis.DETECTED),
                        new Mark(new NormalizedBox(0.7, 0.5, 0.2, 0.5), "boat", Emphasis.ASKED)),
                DemoTruth.sameLabel("corpus/birds/owl.png", Map.of("corpus/birds/owl-2.png", Set.of("birds"))),
                Answers.parse(Answers.RELATED));
        SourceVersion broken = new SourceVersion("images", "demo/a<b.jpg", new Sequencer("0A"));
        Settlement settlement = new Settlement(
                List.of(Source.rejected(broken, ErrorCode.BROKEN_IMAGE, "no JPEG", Instant.EPOCH)),
                List.of(),
                Duration.ofSeconds(3));
        return new ContactSheet(new Thumbnails(key -> PIXELS))
                .page(Map.of("images indexed", "469"), List.of(answer), settlement);
    }
}
