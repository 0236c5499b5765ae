package dev.sightline.imaging;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Numbers of a TIFF header that the codec allocates memory for without asking whether they can be true. */
final class TiffHeader {

    private static final int SAMPLES_PER_PIXEL = 0x0115;
    private static final int TILE_WIDTH = 0x0142;
    private static final int TILE_HEIGHT = 0x0143;
    private static final int MAX_SAMPLES = 8;
    private static final int MAX_TILE_SIDE = 8192;

    private TiffHeader() {}

    /** The file, if its header declares sizes that pictures have. */
    static byte[] checked(byte[] tiff) throws IOException {
        try {
            var pages = TiffMetadataReader.readMetadata(new ByteArrayInputStream(tiff))
                    .getDirectoriesOfType(ExifIFD0Directory.class);
            for (ExifIFD0Directory page : pages) {
                check(page, SAMPLES_PER_PIXEL, MAX_SAMPLES);
                check(page, TILE_WIDTH, MAX_TILE_SIDE);
                check(page, TILE_HEIGHT, MAX_TILE_SIDE);
            }
            return tiff;
        } catch (ImageProcessingException e) {
            throw new IOException(e);
        }
    }

    private static void check(ExifIFD0Directory page, int tag, int maximum) throws IOException {
        Long value = page.getLongObject(tag);
        if (value != null && (value < 0 || value > maximum)) {
            throw new IOException("expected tag 0x%04X of at most %d, got %d".formatted(tag, maximum, value));
        }
    }
}
