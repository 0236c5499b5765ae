package dev.sightline.imaging;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the orientation tag in a file. */
final class ExifOrientation {

    private static final int ORIENTATION = 0x0112;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** The orientation that the file asks for; upright if it has no readable EXIF block, as viewers have it. */
    static Orientation read(byte[] bytes, ImageFormat format) {
        try {
            return block(bytes, format).map(ExifOrientation::orientation).orElse(Orientation.UPRIGHT);
        } catch (IOException | ImageProcessingException e) {
            return Orientation.UPRIGHT;
        }
    }

    /** Only the first directory speaks for the picture; the second is of the thumbnail. */
    private static Orientation orientation(byte[] block) {
        try {
            TiffDirectories directories = TiffDirectories.of(block, 0);
            long value = directories.count() == 0
                    ? 0
                    : directories.number(0, ORIENTATION).orElse(0);
            return Orientation.ofExif((int) value);
        } catch (IOException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Optional<byte[]> block(byte[] bytes, ImageFormat format)
            throws IOException, ImageProcessingException {
        return switch (format) {
            case JPEG -> ofJpeg(bytes);
            case PNG -> PngChunks.first(bytes, PngChunkType.eXIf);
            case WEBP -> ofWebp(bytes);
            case TIFF -> Optional.of(bytes);
            case GIF, BMP -> Optional.empty();
        };
    }

    private static Optional<byte[]> ofJpeg(byte[] bytes) throws IOException, ImageProcessingException {
        var segments =
                JpegSegmentReader.readSegments(new SequentialByteArrayReader(bytes), List.of(JpegSegmentType.APP1));
        for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
            if (segment.length > NAME.length && Arrays.equals(segment, 0, NAME.length, NAME, 0, NAME.length)) {
                return Optional.of(Arrays.copyOfRange(segment, NAME.length, segment.length));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> ofWebp(byte[] bytes) throws IOException, ImageProcessingException {
        var chunk = new ExifChunk();
        new RiffReader().processRiff(new SequentialByteArrayReader(bytes), chunk);
        return Optional.ofNullable(chunk.content);
    }

    private static final class ExifChunk implements RiffHandler {

        private byte @Nullable [] content;

        @Override
        public boolean shouldAcceptRiffIdentifier(String identifier) {
            return identifier.equals("WEBP");
        }

        @Override
        public boolean shouldAcceptChunk(String fourCharacters) {
            return content == null && fourCharacters.equals("EXIF");
        }

        @Override
        public boolean shouldAcceptList(String fourCharacters) {
            return false;
        }

        @Override
        public void addError(String message) {
            // A broken chunk is no EXIF block.
        }

        @Override
        public void processChunk(String fourCharacters, byte[] payload) {
            content = payload;
        }
    }
}
