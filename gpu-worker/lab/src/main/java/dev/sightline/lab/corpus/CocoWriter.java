package dev.sightline.lab.corpus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.NormalizedBox;

/** Writes the JSON of COCO: ids are positions from 1. Not thread-safe: used for one file. */
final class CocoWriter {

    /** A thousandth of a pixel: enough for exact boxes, and rid of what floating point leaves. */
    private static final double STEPS = 1000;

    private final CocoDataset dataset;
    private final ObjectNode file = JsonNodeFactory.instance.objectNode();
    private final ArrayNode images = file.putArray("images");
    private final ArrayNode annotations = file.putArray("annotations");

    private CocoWriter(CocoDataset dataset) {
        this.dataset = dataset;
    }

    static ObjectNode json(CocoDataset dataset) {
        var writer = new CocoWriter(dataset);
        dataset.images().forEach(writer::add);
        writer.addCategories();
        return writer.file;
    }

    private void addCategories() {
        ArrayNode categories = file.putArray("categories");
        for (String category : dataset.categories()) {
            categories.addObject().put("id", categories.size()).put("name", category);
        }
    }

    private void add(CocoImage image) {
        images.addObject()
                .put("id", images.size())
                .put("file_name", image.file())
                .put("width", image.width())
                .put("height", image.height());
        image.objects().forEach(object -> add(image, object));
    }

    private void add(CocoImage image, CocoObject object) {
        NormalizedBox box = object.box();
        double width = rounded(box.w() * image.width());
        double height = rounded(box.h() * image.height());
        ObjectNode annotation = annotations.addObject();
        annotation
                .put("id", annotations.size())
                .put("image_id", images.size())
                .put("category_id", dataset.categories().indexOf(object.category()) + 1);
        annotation
                .putArray("bbox")
                .add(rounded(box.x() * image.width()))
                .add(rounded(box.y() * image.height()))
                .add(width)
                .add(height);
        annotation
                .put("area", rounded(width * height))
                .put("iscrowd", object.role() == CocoObject.Role.CROWD ? 1 : 0)
                .put("ignore", object.role() == CocoObject.Role.IGNORED ? 1 : 0)
                .put("visible", object.visible());
    }

    private static double rounded(double pixels) {
        return Math.round(pixels * STEPS) / STEPS;
    }
}
