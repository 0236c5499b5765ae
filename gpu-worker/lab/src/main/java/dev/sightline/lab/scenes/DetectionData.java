package dev.sightline.lab.scenes;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.lab.corpus.CocoDataset;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures with known boxes that detectors are measured on. {@code name}: what every figure measured on them has to say;
 * {@code folder}: where the files that {@code dataset} names lie.
 */
public record DetectionData(String name, Path folder, CocoDataset dataset) {

    /** The file that describes the photographs, in their folder. */
    public static final String PHOTOS_FILE = "photos.json";

    /** The file that describes the scenes, in their folder. */
    public static final String SCENES_FILE = "instances.json";

    /** How many scenes {@link #prepared} composes. */
    public static final int SCENES = 500;

    /**
     * All that detectors are measured on by default: the photographs that the launcher fetched into {@code corpus/photos} of the
     * user's cache, and {@value #SCENES} scenes of the labelled folder {@code cutOuts} on the photographs in {@code
     * corpus/backgrounds}. The scenes are kept in {@code corpus/scenes}.
     *
     * @throws IllegalArgumentException if {@code cutOuts} has too few usable pictures, or there is no background
     * @throws UncheckedIOException if a folder cannot be read or written
     */
    public static List<DetectionData> prepared(Path cache, Path cutOuts, long seed) {
        Path corpora = cache.resolve("corpus");
        var look = new Look.Photographic(corpora.resolve("backgrounds"));
        return List.of(
                photographs(corpora.resolve("photos")),
                scenes(new ComposerSettings(cutOuts, corpora.resolve("scenes"), SCENES, seed, look)));
    }

    /**
     * Photographs annotated by hand, in the folder into which the launcher fetches them.
     *
     * @throws UncheckedIOException if {@value #PHOTOS_FILE} is not there
     */
    public static DetectionData photographs(Path folder) {
        return new DetectionData("photographs", folder, CocoDataset.read(folder.resolve(PHOTOS_FILE)));
    }

    /**
     * Composed scenes; those of an earlier call with the same seed and number are used again. They lie in a folder of their own
     * below the settings' target.
     *
     * @throws IllegalArgumentException if the corpus has too few usable pictures, or there is no background
     * @throws UncheckedIOException if a folder cannot be read or written
     */
    public static DetectionData scenes(ComposerSettings settings) {
        String look = settings.look() instanceof Look.Plain ? "plain" : "photographic";
        Path folder = settings.target()
                .resolve("%s-%d-seed-%d-recipe-%d"
                        .formatted(look, settings.scenes(), settings.seed(), SceneComposer.RECIPE));
        Path description = folder.resolve(SCENES_FILE);
        if (!Files.exists(description)) {
            compose(settings.into(folder)).write(description);
        }
        return new DetectionData("composed scenes", folder, CocoDataset.read(description));
    }

    private static CocoDataset compose(ComposerSettings settings) {
        Scenes scenes = new SceneComposer(new ImageDecoder(ImageLimits.DEFAULT)).compose(settings);
        return scenes.coco(StampCategories.ours());
    }
}
