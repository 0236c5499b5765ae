package dev.sightline.local.demo;

import dev.sightline.local.ask.ImageDots.Item;
import dev.sightline.local.demo.DemoScene.Placed;
import dev.sightline.local.terminal.Decimals;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which detected boxes of the scenes became dots, measured through the API. A box is right if it lies on something that was placed there.
 *
 * @param detected all boxes
 * @param detectedRight those of them that are right
 * @param shown boxes that became dots
 * @param shownRight those of them that are right
 * @param scenes scenes that were asked about
 * @param withoutDots scenes that have a box and no dot
 */
record DotPrecision(int detected, int detectedRight, int shown, int shownRight, int scenes, int withoutDots) {

    private static final double ON_IT = 0.5;
    private static final DotPrecision NONE = new DotPrecision(0, 0, 0, 0, 0, 0);

    /** Empty if nothing was detected in any scene; {@code objects}: all of each scene, dots or not. */
    static Optional<DotPrecision> measure(Map<String, DemoScene> scenes, Map<String, List<Item>> objects) {
        DotPrecision all = NONE;
        for (Map.Entry<String, DemoScene> scene : scenes.entrySet()) {
            all = all.plus(of(
                    objects.getOrDefault(scene.getKey(), List.of()),
                    scene.getValue().placed()));
        }
        return all.detected == 0 ? Optional.empty() : Optional.of(all);
    }

    static DotPrecision of(List<Item> objects, List<Placed> placed) {
        DotPrecision scene = new DotPrecision(0, 0, 0, 0, 1, 0);
        for (Item object : objects) {
            int right = placed.stream().anyMatch(thing -> thing.box().iou(object.box()) >= ON_IT) ? 1 : 0;
            scene = scene.plus(
                    object.dot() ? new DotPrecision(1, right, 1, right, 0, 0) : new DotPrecision(1, right, 0, 0, 0, 0));
        }
        boolean withoutDots = scene.detected > 0 && scene.shown == 0;
        return withoutDots ? scene.plus(new DotPrecision(0, 0, 0, 0, 0, 1)) : scene;
    }

    private DotPrecision plus(DotPrecision other) {
        return new DotPrecision(
                detected + other.detected,
                detectedRight + other.detectedRight,
                shown + other.shown,
                shownRight + other.shownRight,
                scenes + other.scenes,
                withoutDots + other.withoutDots);
    }

    String name() {
        return "dots that lie on something, of %d shown (all %d boxes: %s)"
                .formatted(shown, detected, Decimals.of((double) detectedRight / detected, 2));
    }

    String value() {
        return shown == 0 ? "no dot" : Decimals.of((double) shownRight / shown, 2);
    }

    @Override
    public String toString() {
        return "dots: %d of %d detected boxes are shown; %s of the dots lie on something, without the gate %s; %d of %d scenes lost all their dots"
                .formatted(
                        shown,
                        detected,
                        value(),
                        Decimals.of((double) detectedRight / detected, 2),
                        withoutDots,
                        scenes);
    }
}
