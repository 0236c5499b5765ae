package dev.sightline.lab.scenes;

import java.nio.file.Path;

/**
 * What to compose: {@code scenes} pictures from the labelled folder {@code corpus}, written into {@code target}. The same seed and
 * the same corpus give the same files.
 *
 * @throws IllegalArgumentException if {@code scenes} is not 1..1000
 */
public record ComposerSettings(Path corpus, Path target, int scenes, long seed) {

    /** How many scenes one call may make. */
    public static final int MAX_SCENES = 1000;

    public ComposerSettings {
        if (scenes < 1 || scenes > MAX_SCENES) {
            throw new IllegalArgumentException("expected 1..%d scenes, got %d".formatted(MAX_SCENES, scenes));
        }
    }
}
