package dev.sightline.lab.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the JSON of COCO: resolves its ids, and turns its pixels into fractions. Not thread-safe: used for one file. */
final class CocoReader {

    private static final int BOX_NUMBERS = 4;

    private final JsonPlace file;
    private final Map<Long, String> categories;
    private final Map<Long, CocoImage> images;
    private final Map<Long, List<CocoObject>> objects = new LinkedHashMap<>();

    private CocoReader(JsonNode json) {
        file = new JsonPlace(json, "");
        categories = byId("categories", category -> category.text("name"));
        images = byId("images", CocoReader::image);
    }

    static CocoDataset dataset(JsonNode json) {
        return new CocoReader(json).dataset();
    }

    private CocoDataset dataset() {
        file.list("annotations").forEach(this::add);
        List<CocoImage> filled = new ArrayList<>();
        images.forEach((id, image) -> filled.add(
                new CocoImage(image.file(), image.width(), image.height(), objects.getOrDefault(id, List.of()))));
        return new CocoDataset(List.copyOf(categories.values()), filled);
    }

    private <T> Map<Long, T> byId(String list, Function<JsonPlace, T> read) {
        Map<Long, T> byId = new LinkedHashMap<>();
        file.list(list).forEach(place -> {
            long id = place.id("id");
            if (byId.put(id, read.apply(place)) != null) {
                throw place.field("id").refusal("an id of its own", id + " again");
            }
        });
        return byId;
    }

    private static CocoImage image(JsonPlace place) {
        return new CocoImage(place.text("file_name"), place.count("width"), place.count("height"), List.of());
    }

    private void add(JsonPlace annotation) {
        CocoImage image = known(images, annotation, "image_id");
        String category = known(categories, annotation, "category_id");
        double visible = annotation.has("visible") ? annotation.field("visible").number() : 1;
        var object = new CocoObject(category, box(annotation, image), role(annotation), visible);
        objects.computeIfAbsent(annotation.id("image_id"), id -> new ArrayList<>())
                .add(object);
    }

    private static <T> T known(Map<Long, T> all, JsonPlace annotation, String field) {
        T known = all.get(annotation.id(field));
        if (known == null) {
            throw annotation.field(field).refusal("one of %d known ids".formatted(all.size()), annotation.id(field));
        }
        return known;
    }

    private static CocoObject.Role role(JsonPlace annotation) {
        if (annotation.flag("iscrowd")) {
            return CocoObject.Role.CROWD;
        }
        return annotation.flag("ignore") ? CocoObject.Role.IGNORED : CocoObject.Role.OBJECT;
    }

    private static NormalizedBox box(JsonPlace annotation, CocoImage image) {
        JsonPlace bbox = annotation.field("bbox");
        double[] pixels = bbox.elements().mapToDouble(JsonPlace::number).toArray();
        bbox.expect(pixels.length == BOX_NUMBERS, "[left, top, width, height]");
        try {
            return new NormalizedBox(
                    pixels[0] / image.width(),
                    pixels[1] / image.height(),
                    pixels[2] / image.width(),
                    pixels[3] / image.height());
        } catch (SightlineException e) {
            String frame = "a box with area inside %d x %d pixels".formatted(image.width(), image.height());
            throw bbox.refusal(frame, bbox.node());
        }
    }
}
