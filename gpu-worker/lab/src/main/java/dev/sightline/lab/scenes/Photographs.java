package dev.sightline.lab.scenes;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.visual.PixelBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Photographs as backdrops: any part of one of them that has the canvas's proportions, of at least two thirds of its size. */
record Photographs(List<RgbPixels> pictures) implements Backdrop {

    /** The longest side of a kept picture: no canvas needs more, and some photographs have 16 million pixels. */
    private static final int LONGEST = 1280;

    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT.withMaxSide(LONGEST));

    private static final double SMALLEST_PART = 2 / 3.0;

    Photographs {
        pictures = List.copyOf(pictures);
    }

    /**
     * Decodes all images below a folder, in order of their names.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Photographs read(Path folder) {
        List<RgbPixels> pictures = LabelledFolder.read(folder).images().stream()
                .parallel()
                .flatMap(image -> picture(image.path()))
                .toList();
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("expected folders of photographs in %s, got none".formatted(folder));
        }
        return new Photographs(pictures);
    }

    private static Stream<RgbPixels> picture(Path file) {
        try {
            return Stream.of(DECODER.decode(Files.readAllBytes(file)).pixels());
        } catch (SightlineException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }

    @Override
    public int[] paint(Random random) {
        RgbPixels picture = pictures.get(random.nextInt(pictures.size()));
        double widest = Math.min(picture.width(), (double) picture.height() * Canvas.WIDTH / Canvas.HEIGHT);
        double part = widest * (SMALLEST_PART + random.nextDouble() * (1 - SMALLEST_PART));
        int width = Math.clamp(Math.round(part), 1, picture.width());
        int height = Math.clamp(Math.round(part * Canvas.HEIGHT / Canvas.WIDTH), 1, picture.height());
        int left = random.nextInt(picture.width() - width + 1);
        int top = random.nextInt(picture.height() - height + 1);
        return picture.crop(new PixelBox(left, top, width, height))
                .resize(Canvas.WIDTH, Canvas.HEIGHT)
                .packed();
    }
}
