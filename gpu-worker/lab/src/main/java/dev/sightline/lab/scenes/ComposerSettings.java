package dev.sightline.lab.scenes;

import java.nio.file.Path;

/**
 * What to compose: {@code scenes} pictures from the labelled folder {@code corpus}, written into {@code target}. The same seed,
 * look, corpus and backgrounds give the same files.
 *
 * @throws IllegalArgumentException if {@code scenes} is not 1..1000
 */
public record ComposerSettings(Path corpus, Path target, int scenes, long seed, Look look) {

    /** How many scenes one call may make. */
    public static final int MAX_SCENES = 1000;

    /** Scenes on plain backgrounds. */
    public ComposerSettings(Path corpus, Path target, int scenes, long seed) {
        this(corpus, target, scenes, seed, new Look.Plain());
    }

    public ComposerSettings {
        if (scenes < 1 || scenes > MAX_SCENES) {
            throw new IllegalArgumentException("expected 1..%d scenes, got %d".formatted(MAX_SCENES, scenes));
        }
    }

    /** The same with another target. */
    ComposerSettings into(Path folder) {
        return new ComposerSettings(corpus, folder, scenes, seed, look);
    }
}
