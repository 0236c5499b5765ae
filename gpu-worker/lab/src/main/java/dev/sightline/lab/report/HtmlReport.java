package dev.sightline.lab.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A report as a folder for a browser: {@code index.html}, {@code plots/*.png} and small copies of the pictures in {@code
 * pictures/*.jpg}. It needs no server and no network, and can be zipped and sent.
 */
public final class HtmlReport {

    private static final String PAGE = "report.html";
    private static final String PICTURE = "picture.html";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    public HtmlReport() {
        engine.putTemplate(PICTURE, template(PICTURE));
        engine.putTemplate(PAGE, template(PAGE));
    }

    /**
     * Writes the folder; files that an earlier report left there stay if this one has none of that name.
     *
     * @throws UncheckedIOException if the folder cannot be written, or a picture not be read
     * @throws dev.sightline.visual.SightlineException if a picture is none that Sightline decodes
     */
    public void write(Report report, Path folder) {
        PlotFiles.write(report, folder.resolve(HtmlPage.PLOTS));
        var thumbnails = new Thumbnails(folder.resolve(HtmlPage.PICTURES));
        HtmlPage page = new HtmlPageBuilder(thumbnails).page(report);
        ReportFile.write(folder.resolve("index.html"), html(page));
    }

    private String html(HtmlPage page) {
        return engine.getTemplate(PAGE)
                .data("page", page)
                .data("css", new RawString(resource("report.css")))
                .data("script", new RawString(resource("report.js")))
                .render();
    }

    /** Escaping is bound to the content type, so a template without it would escape nothing. */
    private Template template(String name) {
        return engine.parse(resource(name), Variant.forContentType(Variant.TEXT_HTML), name);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(stream, name + " is missing in the build")
                    .readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
