package dev.sightline.imaging;

import java.io.IOException;
import java.util.Optional;

/**
 * Raw files of cameras that begin like TIFF files. Their first picture is a small preview, or sensor values that are no picture, so
 * they are recognised rather than decoded.
 */
final class CameraRaw {

    private static final int SUBFILE_TYPE = 0x00FE;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int MAKE = 0x010F;
    private static final int SUB_DIRECTORIES = 0x014A;
    private static final int DNG_VERSION = 0xC612;
    private static final int COLOR_FILTER_ARRAY = 32_803;
    private static final int LINEAR_RAW = 34_892;

    private CameraRaw() {}

    /** What a TIFF file really is, for example {@code RAW (DNG)}. */
    static Optional<String> nameOf(byte[] tiff) {
        if (tiff.length > 10 && tiff[8] == 'C' && tiff[9] == 'R') {
            return Optional.of("RAW (CR2)");
        }
        try {
            TiffDirectories directories = TiffDirectories.of(tiff, 0);
            return directories.count() == 0 ? Optional.empty() : nameOf(directories);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> nameOf(TiffDirectories directories) {
        if (directories.has(0, DNG_VERSION)) {
            return Optional.of("RAW (DNG)");
        }
        long photometric = directories.number(0, PHOTOMETRIC).orElse(0);
        boolean sensor = photometric == COLOR_FILTER_ARRAY || photometric == LINEAR_RAW;
        boolean preview = (directories.number(0, SUBFILE_TYPE).orElse(0) & 1) == 1;
        if (sensor || (preview && directories.has(0, SUB_DIRECTORIES))) {
            return Optional.of("RAW (%s)".formatted(make(directories.text(0, MAKE))));
        }
        return Optional.empty();
    }

    private static String make(String text) {
        if (text.startsWith("NIKON")) {
            return "NEF";
        }
        return text.startsWith("SONY") ? "ARW" : "of a camera";
    }
}
