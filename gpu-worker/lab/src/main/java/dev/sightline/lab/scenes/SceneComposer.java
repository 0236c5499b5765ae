package dev.sightline.lab.scenes;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.visual.NormalizedBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes pictures that show several objects at known places.
 *
 * <p>Each scene is {@value Canvas#WIDTH} x {@value Canvas#HEIGHT} pixels: a plain, graded or noisy background, and two to four
 * cut-outs, each of another file. A cut-out lies in a quarter of the frame of its own, so that none overlaps another, and its box
 * fills 25 to 50 % of the frame's width or height and at most that of the other; small files are enlarged to twice their size at
 * most and left out below that. Immutable, safe for all threads.
 */
public final class SceneComposer {

    private static final int CELL_WIDTH = Canvas.WIDTH / 2;
    private static final int CELL_HEIGHT = Canvas.HEIGHT / 2;
    private static final int CELLS = 4;
    private static final int FEWEST = 2;
    private static final double SMALLEST_FILL = 0.5;
    private static final double MAX_ENLARGEMENT = 2;

    private final ImageDecoder decoder;

    public SceneComposer(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Writes {@code scene-000.jpg} and so on and {@value Scenes#FILE} into the target folder, which is made if it is missing.
     *
     * @throws IllegalArgumentException if the corpus has fewer than four usable pictures
     * @throws UncheckedIOException if the corpus cannot be read or the target not be written
     */
    public Scenes compose(ComposerSettings settings) {
        List<CutOut> cutOuts = usable(settings);
        List<Scene> scenes = new ArrayList<>();
        try {
            Files.createDirectories(settings.target());
            for (int i = 0; i < settings.scenes(); i++) {
                scenes.add(compose(i, cutOuts, settings));
            }
            var all = new Scenes(settings.seed(), scenes);
            all.write(settings.target());
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("expected a writable folder, got " + settings.target(), e);
        }
    }

    private List<CutOut> usable(ComposerSettings settings) {
        List<CutOut> usable = LabelledFolder.read(settings.corpus()).images().stream()
                .flatMap(image -> CutOut.of(image, decoder).stream())
                .filter(cutOut -> scale(cutOut, SMALLEST_FILL) <= MAX_ENLARGEMENT)
                .toList();
        if (usable.size() < CELLS) {
            throw new IllegalArgumentException("expected at least %d usable pictures in %s, got %d"
                    .formatted(CELLS, settings.corpus(), usable.size()));
        }
        return usable;
    }

    private static Scene compose(int index, List<CutOut> cutOuts, ComposerSettings settings) throws IOException {
        var random = new Random(settings.seed() * ComposerSettings.MAX_SCENES + index);
        Background[] backgrounds = Background.values();
        var canvas = new Canvas(backgrounds[random.nextInt(backgrounds.length)], random);
        List<CutOut> chosen = chosen(cutOuts, random);
        List<Integer> cells = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(cells, random);
        List<Scene.Placed> placed = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            CutOut cutOut = chosen.get(i);
            NormalizedBox box = place(cutOut, cells.get(i), canvas, random);
            placed.add(new Scene.Placed(cutOut.image().label(), cutOut.image().name(), box));
        }
        String file = "scene-%03d.jpg".formatted(index);
        Files.write(settings.target().resolve(file), canvas.pixels().encodeJpeg(Canvas.WIDTH));
        return new Scene(file, Canvas.WIDTH, Canvas.HEIGHT, placed);
    }

    private static List<CutOut> chosen(List<CutOut> cutOuts, Random random) {
        int count = FEWEST + random.nextInt(CELLS - FEWEST + 1);
        return random.ints(0, cutOuts.size())
                .distinct()
                .limit(count)
                .mapToObj(cutOuts::get)
                .toList();
    }

    private static NormalizedBox place(CutOut cutOut, int cell, Canvas canvas, Random random) {
        double fill = SMALLEST_FILL + random.nextDouble() * (1 - SMALLEST_FILL);
        double scale = Math.min(scale(cutOut, fill), MAX_ENLARGEMENT);
        int width = Math.clamp(Math.round(cutOut.width() * scale), 1, CELL_WIDTH);
        int height = Math.clamp(Math.round(cutOut.height() * scale), 1, CELL_HEIGHT);
        int left = cell % 2 * CELL_WIDTH + random.nextInt(CELL_WIDTH - width + 1);
        int top = cell / 2 * CELL_HEIGHT + random.nextInt(CELL_HEIGHT - height + 1);
        return canvas.lay(cutOut.resized(width, height), left, top);
    }

    /** The scale at which the cut-out fills the given share of a quarter of the frame, in the direction that it fills first. */
    private static double scale(CutOut cutOut, double fill) {
        return fill * Math.min((double) CELL_WIDTH / cutOut.width(), (double) CELL_HEIGHT / cutOut.height());
    }
}
