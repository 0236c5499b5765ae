package dev.sightline.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An open image file: first its declared size, then its first frame. Not thread-safe: it holds a reader's position. */
final class ImageFile implements AutoCloseable {

    private final ImageFormat format;
    private final ImageReader reader;
    private final ImageInputStream stream;
    private final List<String> warnings = new ArrayList<>();

    ImageFile(byte[] bytes, ImageFormat format) throws IOException {
        this.format = format;
        reader = ImageCodecs.reader(format);
        stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        reader.setInput(stream, false, false);
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    }

    /** The stored size of the first frame, from the header alone. */
    FrameSize frameSize() throws IOException {
        return FrameSize.declared(reader.getWidth(0), reader.getHeight(0));
    }

    /** The first frame's pixels, every n-th column and row of them. */
    RgbPixels firstFrame(int n) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(n, n, 0, 0);
        BufferedImage image = reader.read(0, param);
        checkComplete();
        return SrgbConverter.convert(image);
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
