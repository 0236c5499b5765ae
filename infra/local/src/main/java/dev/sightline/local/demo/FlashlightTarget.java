package dev.sightline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.visual.NormalizedBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A part of a scene to ask about: an image that was placed there, and the detected object nearest to it.
 *
 * @param scene S3 key
 * @param objects all detected objects of the scene
 */
record FlashlightTarget(String scene, Placed placed, List<Item> objects) {

    /** A detection that overlaps this much has found what was placed. */
    private static final double FOUND_IOU = 0.5;

    FlashlightTarget {
        objects = List.copyOf(objects);
    }

    /** How well the nearest detected object fits what was placed, 0..1. */
    double fit() {
        return nearest().map(object -> object.box().iou(placed.box())).orElse(0.0);
    }

    /** The detected object that is what was placed, if it was detected. */
    Optional<Item> detected() {
        return nearest().filter(object -> object.box().iou(placed.box()) >= FOUND_IOU);
    }

    private Optional<Item> nearest() {
        return objects.stream()
                .max(Comparator.comparingDouble((Item object) -> object.box().iou(placed.box())));
    }

    /** The box to ask about: the detected one, else the one where the image was placed. */
    NormalizedBox box() {
        return detected().map(Item::box).orElse(placed.box());
    }

    String caption() {
        return detected().map(Item::category).orElse("asked");
    }

    /** The detected objects that are not asked about. */
    List<Item> others() {
        return objects.stream()
                .filter(object -> !detected().equals(Optional.of(object)))
                .toList();
    }

    JsonNode ask(ApiClient api, int limit) {
        return detected()
                .map(object -> api.flashlight(object.objectId(), limit))
                .orElseGet(() -> api.flashlight(ImageIds.of(scene), placed.box(), limit));
    }
}
