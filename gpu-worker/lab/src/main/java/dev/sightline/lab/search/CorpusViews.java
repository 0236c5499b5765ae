package dev.sightline.lab.search;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.PixelBox;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes a larger corpus of a small one, so that a shortlist is a small part of it: {@code views} pictures of each picture, the whole
 * and cut-outs of it, each mirrored or not.
 *
 * <p>A cut-out has {@value #SMALLEST} to 1 of the width and, drawn apart, of the height, at a random place. The vectors are those of
 * real pictures, but views of one picture are nearer to each other than pictures of a real corpus of that size: numbers on views
 * say how search behaves, not how good the features are. Ours.
 *
 * @throws IllegalArgumentException if views is below 1
 */
public record CorpusViews(int views, long seed) {

    private static final double SMALLEST = 0.4;
    private static final int MAX_SIDE = 320;

    public CorpusViews {
        if (views < 1) {
            throw new IllegalArgumentException("expected at least 1 view of each picture, got " + views);
        }
    }

    /**
     * Writes the views of these pictures as JPEG files into folders named after the labels, and gives them; files that are there
     * already are kept. What cannot be decoded is left out.
     *
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public LabelledFolder write(List<LabelledImage> images, Path target) {
        ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
        List<LabelledImage> written = new ArrayList<>();
        for (LabelledImage image : images) {
            try {
                written.addAll(write(image, decoder, target));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make views of " + image.path(), e);
            }
        }
        return new LabelledFolder(target, written);
    }

    private List<LabelledImage> write(LabelledImage image, ImageDecoder decoder, Path target) throws IOException {
        Files.createDirectories(target.resolve(image.label()));
        List<LabelledImage> files = IntStream.range(0, views)
                .mapToObj(view -> file(target, image, view))
                .toList();
        if (Files.exists(files.getLast().path())) {
            return files;
        }
        Optional<RgbPixels> pixels = decoded(image, decoder);
        if (pixels.isEmpty()) {
            return List.of();
        }
        SplittableRandom random = new SplittableRandom(seed + image.name().hashCode());
        for (int view = 0; view < views; view++) {
            RgbPixels shown = view == 0 ? pixels.get() : cutOut(pixels.get(), random);
            Files.write(files.get(view).path(), shown.encodeJpeg(MAX_SIDE));
        }
        return files;
    }

    /** Named after the picture, with all folders that it lies in. */
    private static LabelledImage file(Path target, LabelledImage image, int view) {
        String name = "%s/%s-%02d.jpg".formatted(image.label(), image.name().replace('/', '-'), view);
        return new LabelledImage(target.resolve(name), image.label(), name);
    }

    private static Optional<RgbPixels> decoded(LabelledImage image, ImageDecoder decoder) throws IOException {
        try {
            return Optional.of(decoder.decode(Files.readAllBytes(image.path())).pixels());
        } catch (SightlineException e) {
            if (e.code() == ErrorCode.DEFECT) {
                throw e;
            }
            return Optional.empty();
        }
    }

    static RgbPixels cutOut(RgbPixels picture, SplittableRandom random) {
        int width = side(picture.width(), random);
        int height = side(picture.height(), random);
        int left = random.nextInt(picture.width() - width + 1);
        int top = random.nextInt(picture.height() - height + 1);
        RgbPixels cut = picture.crop(new PixelBox(left, top, width, height));
        return random.nextBoolean() ? mirrored(cut) : cut;
    }

    private static int side(int whole, SplittableRandom random) {
        return Math.clamp(Math.round(whole * random.nextDouble(SMALLEST, 1)), 1, whole);
    }

    static RgbPixels mirrored(RgbPixels picture) {
        int width = picture.width();
        int[] packed = new int[width * picture.height()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = picture.rgb(width - 1 - i % width, i / width);
        }
        return RgbPixels.of(width, picture.height(), packed);
    }
}
