package dev.sightline.imaging;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An open image file: first what its headers declare, then its frames. Not thread-safe: it holds a reader's position. */
final class ImageFile implements AutoCloseable {

    private final byte[] bytes;
    private final ImageFormat format;
    private final Deadline deadline;
    private final ImageReader reader;
    private final ImageInputStream stream;
    private final List<String> warnings = new ArrayList<>();

    ImageFile(byte[] bytes, ImageFormat format, Deadline deadline) throws IOException {
        this.bytes = mended(bytes, format);
        this.format = format;
        this.deadline = deadline;
        reader = ImageCodecs.reader(format);
        stream = new ByteArrayStream(this.bytes, deadline);
        // Metadata is ignored: what counts of it is read elsewhere, and text in it may inflate without end.
        reader.setInput(stream, false, true);
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.addIIOReadProgressListener(new ProgressCheck(deadline));
    }

    private static byte[] mended(byte[] bytes, ImageFormat format) throws IOException {
        return switch (format) {
            case JPEG -> mendedJpeg(bytes);
            case WEBP -> WebpPadding.padded(bytes);
            case BMP -> checkedBmp(bytes);
            case PNG, GIF, TIFF -> bytes;
        };
    }

    private static byte[] mendedJpeg(byte[] jpeg) {
        JpegHeader header = JpegHeader.of(jpeg);
        if (header.isArithmetic()) {
            throw new SightlineException(
                    ErrorCode.UNSUPPORTED_FORMAT, "expected JPEG with Huffman codes, got JPEG with arithmetic codes");
        }
        return JpegEnd.appended(CmykJpeg.declared(jpeg, header));
    }

    private static byte[] checkedBmp(byte[] bmp) {
        if (BmpHeader.isAroundAnotherFile(bmp)) {
            throw new SightlineException(
                    ErrorCode.UNSUPPORTED_FORMAT, "expected BMP with pixels, got BMP around a JPEG or PNG file");
        }
        return bmp;
    }

    /** The frames or pages, of which no more than {@code most} and one more need to be counted. */
    FrameLayout layout(int most) throws IOException {
        return switch (format) {
            case GIF -> GifFrames.layout(bytes);
            case WEBP -> WebpFrames.layout(bytes);
            case TIFF -> FrameLayout.separate(checkedPages(most));
            case JPEG, PNG, BMP -> FrameLayout.separate(1);
        };
    }

    private int checkedPages(int most) throws IOException {
        TiffDirectories directories = TiffDirectories.of(bytes, most);
        if (directories.count() <= most) {
            TiffCheck.check(bytes, directories);
        }
        return directories.count();
    }

    /** Whether the codec holds a whole frame while it reads, however few of its pixels are asked for. */
    boolean isHeldByCodec() {
        return switch (format) {
            case JPEG -> JpegHeader.of(bytes).hasSeveralScans();
            case WEBP -> true;
            case PNG, GIF, BMP, TIFF -> false;
        };
    }

    /** The stored size of a frame, from the headers alone. */
    FrameSize size(int frame) throws IOException {
        return FrameSize.declared(reader.getWidth(frame), reader.getHeight(frame));
    }

    /** Every n-th column and row of a frame. */
    Layer read(int frame, int n) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(n, n, 0, 0);
        BufferedImage image = reader.read(frame, param);
        deadline.check();
        checkComplete();
        BufferedImage tagged = format == ImageFormat.PNG ? PngProfile.apply(bytes, image) : image;
        return SrgbConverter.convert(tagged, deadline);
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
