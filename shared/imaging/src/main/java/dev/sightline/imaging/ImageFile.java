package dev.sightline.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An open image file: first its declared size, then its first frame. Not thread-safe: it holds a reader's position. */
final class ImageFile implements AutoCloseable {

    private final byte[] bytes;
    private final ImageFormat format;
    private final ImageReader reader;
    private final ImageInputStream stream;
    private final List<String> warnings = new ArrayList<>();

    ImageFile(byte[] bytes, ImageFormat format) throws IOException {
        this.bytes = mended(bytes, format);
        this.format = format;
        reader = ImageCodecs.reader(format);
        stream = new ByteArrayStream(this.bytes);
        // Metadata is ignored: what counts of it is read elsewhere, and text in it may inflate without end.
        reader.setInput(stream, false, true);
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    }

    private static byte[] mended(byte[] bytes, ImageFormat format) throws IOException {
        return switch (format) {
            case JPEG -> CmykJpeg.declared(bytes);
            case WEBP -> WebpPadding.padded(bytes);
            case TIFF -> TiffHeader.checked(bytes);
            case PNG, GIF, BMP -> bytes;
        };
    }

    /** The stored size that is displayed, from the headers alone. */
    FrameSize frameSize() throws IOException {
        return canvas().size();
    }

    /** The first frame on its canvas, every n-th column and row of it. */
    RgbPixels firstFrame(int n) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(n, n, 0, 0);
        BufferedImage image = reader.read(0, param);
        checkComplete();
        BufferedImage tagged = format == ImageFormat.PNG ? PngProfile.apply(bytes, image) : image;
        return canvas().place(SrgbConverter.convert(tagged), n);
    }

    private Canvas canvas() throws IOException {
        return Canvas.of(bytes, format, FrameSize.declared(reader.getWidth(0), reader.getHeight(0)));
    }

    /** The JPEG codec fills what is missing with grey and only warns. */
    private void checkComplete() throws IOException {
        for (String warning : warnings) {
            if (format == ImageFormat.JPEG && warning.contains("remature end")) {
                throw new IOException(warning);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
