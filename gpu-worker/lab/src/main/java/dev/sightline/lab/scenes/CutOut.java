package dev.sightline.lab.scenes;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.visual.PixelBox;
import dev.sightline.visual.SightlineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture cut to its opaque area.
 *
 * <p>{@code onWhite}: the picture as it looks on white. {@code coverage}: its opacity, as grey of the same size. Together they give
 * the picture on any other background, also after both were resized. A picture without transparency is one opaque rectangle.
 */
record CutOut(LabelledImage image, RgbPixels onWhite, RgbPixels coverage) {

    /** Opacity, of 255, from which a pixel belongs to the object: fainter ones are shadows and soft edges. */
    private static final int OPAQUE = 96;

    /** The cut-out of a file; empty if that is no image, or nothing in it is opaque. */
    static Optional<CutOut> of(LabelledImage image, ImageDecoder decoder) {
        try {
            byte[] bytes = Files.readAllBytes(image.path());
            NormalizedImage decoded = decoder.decode(bytes);
            RgbPixels coverage = coverage(bytes, decoded);
            return opaqueArea(coverage)
                    .map(area -> new CutOut(image, decoded.pixels().crop(area), coverage.crop(area)));
        } catch (SightlineException | IOException e) {
            return Optional.empty();
        }
    }

    int width() {
        return onWhite.width();
    }

    int height() {
        return onWhite.height();
    }

    CutOut resized(int width, int height) {
        return new CutOut(image, onWhite.resize(width, height), coverage.resize(width, height));
    }

    /** Turned counter-clockwise by an angle in radians, and trimmed to its opaque area again. */
    CutOut turned(double angle) {
        RgbPixels turnedCoverage = new Turn(angle, 0).of(coverage);
        RgbPixels turned = new Turn(angle, 0xFFFFFF).of(onWhite);
        return opaqueArea(turnedCoverage)
                .map(area -> new CutOut(image, turned.crop(area), turnedCoverage.crop(area)))
                .orElse(this);
    }

    /** In another light: differences to a medium grey times {@code contrast}, then all times {@code light}; 1 changes nothing. */
    CutOut lit(double contrast, double light) {
        int[] changed = onWhite.packed();
        int[] opacities = coverage.packed();
        for (int i = 0; i < changed.length; i++) {
            changed[i] = lit(changed[i], opacities[i] & 0xFF, contrast, light);
        }
        return new CutOut(image, RgbPixels.of(width(), height(), changed), coverage);
    }

    private static int lit(int onWhite, int opacity, double contrast, double light) {
        int through = 255 - opacity;
        double grey = opacity / 2.0;
        int changed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int own = (onWhite >> shift & 0xFF) - through;
            long lit = Math.round(((own - grey) * contrast + grey) * light);
            changed = changed << 8 | through + Math.clamp(lit, 0, opacity);
        }
        return changed;
    }

    /** Whether a pixel of this opacity, of 255, belongs to the object. */
    static boolean isOpaque(int opacity) {
        return opacity >= OPAQUE;
    }

    private static RgbPixels coverage(byte[] bytes, NormalizedImage decoded) throws IOException {
        int width = decoded.pixels().width();
        int height = decoded.pixels().height();
        int[] coverage = new int[width * height];
        Arrays.fill(coverage, 0xFFFFFF);
        var stored = decoded.format() == ImageFormat.PNG ? ImageIO.read(new ByteArrayInputStream(bytes)) : null;
        // The stored size differs if the picture was turned or reduced; then it stays a rectangle.
        if (stored != null && stored.getWidth() == width && stored.getHeight() == height) {
            for (int i = 0; i < coverage.length; i++) {
                coverage[i] = (stored.getRGB(i % width, i / width) >>> 24) * 0x010101;
            }
        }
        return RgbPixels.of(width, height, coverage);
    }

    private static Optional<PixelBox> opaqueArea(RgbPixels coverage) {
        int left = coverage.width();
        int top = coverage.height();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < coverage.height(); y++) {
            for (int x = 0; x < coverage.width(); x++) {
                if (isOpaque(coverage.rgb(x, y) & 0xFF)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(new PixelBox(left, top, right - left + 1, bottom - top + 1));
    }
}
