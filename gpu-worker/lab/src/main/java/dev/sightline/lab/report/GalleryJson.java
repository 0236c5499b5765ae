package dev.sightline.lab.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.lab.report.Gallery.Picture;
import dev.sightline.lab.report.Gallery.Verdict;
import java.util.Locale;

/** What a gallery shows, as JSON. */
final class GalleryJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GalleryJson() {}

    static ObjectNode of(Gallery gallery) {
        ObjectNode json = NODES.objectNode();
        json.put("name", gallery.name());
        json.put("title", gallery.title());
        ArrayNode rows = json.putArray("rows");
        for (Gallery.Row row : gallery.rows()) {
            ObjectNode one = rows.addObject();
            one.set("query", of(row.query()));
            ArrayNode results = one.putArray("results");
            row.results().forEach(result -> results.add(of(result)));
        }
        return json;
    }

    private static ObjectNode of(Picture picture) {
        ObjectNode json = NODES.objectNode()
                .put("file", picture.file().toString())
                .put("caption", picture.caption())
                .put("verdict", slug(picture.verdict()));
        ArrayNode marks = json.putArray("marks");
        picture.marks()
                .forEach(mark -> marks.addObject()
                        .put("x", mark.box().x())
                        .put("y", mark.box().y())
                        .put("w", mark.box().w())
                        .put("h", mark.box().h())
                        .put("caption", mark.caption())
                        .put("verdict", slug(mark.verdict())));
        return json;
    }

    private static String slug(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
