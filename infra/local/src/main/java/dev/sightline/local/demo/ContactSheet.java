package dev.sightline.local.demo;

import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.ask.QueryAnswer.Group;
import dev.sightline.local.ask.QueryAnswer.Result;
import dev.sightline.local.ask.QueryAnswer.Why;
import dev.sightline.local.demo.DemoAnswer.Emphasis;
import dev.sightline.local.demo.DemoAnswer.Mark;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.local.upload.Settlement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The demonstration's result as one HTML page that needs no other file, no network and no script. */
final class ContactSheet {

    private static final int QUERY_SIDE = 560;
    /** Boxes that start above this fraction have no room for a caption on top. */
    private static final double NO_ROOM_ABOVE = 0.07;
    /** Captions of boxes that start beyond this fraction end where the box ends, so that the frame does not cut them. */
    private static final double LITTLE_ROOM_TO_THE_RIGHT = 0.5;

    private final Thumbnails thumbnails;

    ContactSheet(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** The page. */
    String page(Map<String, String> facts, List<DemoAnswer> answers, Settlement settlement) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sightline: what looks like what</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <h1>What looks like what</h1>
                <p>One query of each kind, asked of the running system through its public API.</p>
                %s%s%s%s</main>
                </body>
                </html>
                """.formatted(
                        css(),
                        facts(facts),
                        answers.stream().map(this::section).collect(Collectors.joining()),
                        complaints(settlement),
                        footer());
    }

    private static String facts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> "<li><b>%s</b><span>%s</span></li>\n"
                        .formatted(Html.escape(fact.getValue()), Html.escape(fact.getKey())))
                .collect(Collectors.joining("", "<ul class=\"facts\">\n", "</ul>\n"));
    }

    private String section(DemoAnswer answer) {
        return """
                <section>
                <h2>%s</h2>
                <p>%s</p>
                <div class="query">
                <div>%s<p class="verdict">%s</p><p>Answered in %d ms.</p></div>
                <div>%s</div>
                </div>
                </section>
                """.formatted(
                        Html.escape(answer.title()),
                        Html.escape(answer.question()),
                        frame(answer),
                        Html.escape(answer.verdict()),
                        answer.answer().tookMs(),
                        answer.answer().groups().stream()
                                .map(group -> group(group, answer))
                                .collect(Collectors.joining()));
    }

    private String frame(DemoAnswer answer) {
        String marks = answer.marks().stream().map(ContactSheet::mark).collect(Collectors.joining());
        return "<div class=\"frame\"><img alt=\"the image that was asked about\" src=\"%s\">%s</div>\n"
                .formatted(thumbnails.of(DemoMaterial.read(answer.picture()), QUERY_SIDE), marks);
    }

    private static String mark(Mark mark) {
        String classes = "box"
                + (mark.emphasis() == Emphasis.ASKED ? " asked" : "")
                + (mark.box().y() < NO_ROOM_ABOVE ? " high" : "")
                + (mark.box().x() > LITTLE_ROOM_TO_THE_RIGHT ? " far" : "");
        return "<div class=\"%s\" style=\"left:%s;top:%s;width:%s;height:%s\"><em>%s</em></div>"
                .formatted(
                        classes,
                        percent(mark.box().x()),
                        percent(mark.box().y()),
                        percent(mark.box().w()),
                        percent(mark.box().h()),
                        Html.escape(mark.caption()));
    }

    private static String percent(double fraction) {
        return Decimals.of(100 * fraction, 2) + "%";
    }

    private String group(Group group, DemoAnswer answer) {
        String results =
                group.results().stream().map(result -> result(result, answer)).collect(Collectors.joining());
        return "<h3>%s</h3>\n<ol class=\"results\">\n%s</ol>\n".formatted(Html.escape(group.title()), results);
    }

    private String result(Result result, DemoAnswer answer) {
        boolean same = answer.truth().isRight(result);
        String pixels =
                result.keys().isEmpty() ? "" : "<img alt=\"\" src=\"%s\">".formatted(thumbnails.ofKey(result.name()));
        return """
                <li class="result%s"><div class="pixels">%s</div><div class="text"><b>%d. %s</b>%s
                <small>%s</small>%s</div></li>
                """.formatted(
                        same ? " same" : "",
                        pixels,
                        result.rank(),
                        Html.escape(LabelledFile.labelOf(result.name())),
                        same ? " <span class=\"same-mark\">✓</span>" : "",
                        Html.escape(fileName(result.name())),
                        reason(result.why()));
    }

    /** Both distances, or the words that were found. */
    private static String reason(Why why) {
        if (why.cosine() == null || why.hammingFraction() == null || why.hammingDistance() == null) {
            List<String> terms = why.terms() == null ? List.of() : why.terms();
            return "<small>words %s</small>".formatted(Html.escape(String.join(" ", terms)));
        }
        return "<small>cosine %s</small><small>hamming %s, %d bits</small>"
                .formatted(Decimals.of(why.cosine(), 3), Decimals.of(why.hammingFraction(), 3), why.hammingDistance());
    }

    private static String fileName(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String complaints(Settlement settlement) {
        List<Source> refused = settlement.in(SourceState.REJECTED);
        String rows = refused.stream()
                .map(source -> "<tr><td>%s</td><td>%s</td></tr>\n"
                        .formatted(Html.escape(source.version().key()), Html.escape(Settlement.reason(source))))
                .collect(Collectors.joining());
        return refused.isEmpty() ? "" : """
                        <section>
                        <h2>Not indexed</h2>
                        <p>Each file that is no usable image, with its reason.</p>
                        <table><tr><th>file</th><th>reason</th></tr>
                        %s</table>
                        </section>
                        """.formatted(rows);
    }

    private static String footer() {
        return """
                <footer>A result with ✓ shows what was asked about, by its label (the name of its folder) or by what was placed in the scene. Cosine: 1 is the same direction,
                results are ordered by it. Hamming: the share of differing bits, 0 is the same; it chose the candidates.</footer>
                """;
    }

    private static String css() {
        try (InputStream css = ContactSheet.class.getResourceAsStream("contact-sheet.css")) {
            return new String(
                    Objects.requireNonNull(css, "contact-sheet.css is missing in the build")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
