package dev.sightline.bench.micro;

import dev.sightline.imaging.ImageDecoder;
import dev.sightline.imaging.ImageLimits;
import dev.sightline.imaging.RgbPixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file into the pixels of the detector's input, beside what the JDK takes to decode it alone. */
@State(Scope.Benchmark)
public class DecodeBenchmark {

    private static final int INPUT = 416;

    @Param({"jpeg", "png", "gif", "bmp", "tiff", "jpeg-12mp"})
    public String file = "jpeg";

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private byte[] bytes = {};

    @Setup
    public void make() throws IOException {
        bytes = file.equals("jpeg-12mp")
                ? SyntheticPhoto.encoded(4000, 3000, "jpeg")
                : SyntheticPhoto.encoded(640, 480, file);
    }

    @Benchmark
    public BufferedImage imageIo() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Benchmark
    public RgbPixels decodeAndResize() {
        return decoder.decode(bytes).pixels().fitInto(INPUT);
    }
}
