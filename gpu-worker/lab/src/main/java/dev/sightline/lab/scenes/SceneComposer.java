package dev.sightline.lab.scenes;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.lab.corpus.LabelledFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes pictures that show several objects at known places.
 *
 * <p>Each scene is {@value Canvas#WIDTH} x {@value Canvas#HEIGHT} pixels and shows cut-outs, each of another file, as its {@link Look}
 * says. Small files are enlarged to twice their size at most, and left out if that does not fill an eighth of the frame's width or
 * height. Immutable, safe for all threads.
 */
public final class SceneComposer {

    /** Raised when the same settings give other pictures than before. */
    static final int RECIPE = 1;

    private final ImageDecoder decoder;

    public SceneComposer(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Writes {@code scene-000.jpg} and so on and {@value Scenes#FILE} into the target folder, which is made if it is missing.
     *
     * @throws IllegalArgumentException if the corpus has fewer usable pictures than a scene may show, or there is no background
     * @throws UncheckedIOException if the corpus cannot be read or the target not be written
     */
    public Scenes compose(ComposerSettings settings) {
        SceneRecipe recipe = recipe(settings);
        try {
            Files.createDirectories(settings.target());
            List<Scene> scenes = IntStream.range(0, settings.scenes())
                    .parallel()
                    .mapToObj(i -> compose(i, recipe, settings))
                    .toList();
            var all = new Scenes(settings.seed(), scenes);
            all.write(settings.target());
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + settings.target(), e);
        }
    }

    private SceneRecipe recipe(ComposerSettings settings) {
        List<CutOut> usable = LabelledFolder.read(settings.corpus()).images().parallelStream()
                .flatMap(image -> CutOut.of(image, decoder).stream())
                .filter(CellArrangement::fits)
                .toList();
        if (usable.size() < SceneRecipe.FEWEST) {
            throw new IllegalArgumentException("expected at least %d usable pictures in %s, got %d"
                    .formatted(SceneRecipe.FEWEST, settings.corpus(), usable.size()));
        }
        return switch (settings.look()) {
            case Look.Plain plain -> SceneRecipe.plain(usable);
            case Look.Photographic(var backgrounds) -> SceneRecipe.photographic(usable, Photographs.read(backgrounds));
        };
    }

    private static Scene compose(int index, SceneRecipe recipe, ComposerSettings settings) {
        Canvas canvas = recipe.paint(settings.seed() * ComposerSettings.MAX_SCENES + index);
        String file = "scene-%03d.jpg".formatted(index);
        try {
            Files.write(settings.target().resolve(file), canvas.pixels().encodeJpeg(Canvas.WIDTH));
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + settings.target(), e);
        }
        return new Scene(file, Canvas.WIDTH, Canvas.HEIGHT, canvas.placed());
    }
}
