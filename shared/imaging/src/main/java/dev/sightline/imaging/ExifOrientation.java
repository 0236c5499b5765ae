package dev.sightline.imaging;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Finds the orientation tag in a file. */
final class ExifOrientation {

    private ExifOrientation() {}

    /** The orientation that the file asks for; upright if it has no readable EXIF block, as viewers have it. */
    static Orientation read(byte[] bytes, ImageFormat format) {
        try {
            var directory = metadata(bytes, format).getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
        } catch (IOException | ImageProcessingException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Metadata metadata(byte[] bytes, ImageFormat format) throws IOException, ImageProcessingException {
        InputStream stream = new ByteArrayInputStream(bytes);
        return switch (format) {
            case JPEG -> JpegMetadataReader.readMetadata(stream, List.of(new ExifReader()));
            case PNG -> pngMetadata(bytes);
            case WEBP -> WebpMetadataReader.readMetadata(stream);
            case TIFF -> TiffMetadataReader.readMetadata(stream);
            case GIF, BMP -> new Metadata();
        };
    }

    private static Metadata pngMetadata(byte[] bytes) throws IOException {
        var metadata = new Metadata();
        PngChunks.first(bytes, PngChunkType.eXIf)
                .ifPresent(block -> new ExifReader().extract(new ByteArrayReader(block), metadata));
        return metadata;
    }
}
