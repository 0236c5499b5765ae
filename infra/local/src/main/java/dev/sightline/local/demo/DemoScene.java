package dev.sightline.local.demo;

import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.List;

/** A composed picture with several images of the corpus in it, and where they lie. */
record DemoScene(Path path, List<Placed> placed) {

    DemoScene {
        placed = List.copyOf(placed);
    }

    /** One image of the corpus in the scene, by its S3 key. */
    record Placed(String key, NormalizedBox box) {}
}
