package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same colours from every way in which a codec may lay opaque RGB into memory. */
class SrgbConverterTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;
    private static final Deadline DEADLINE = new Deadline(Duration.ofMinutes(1), () -> 0);

    @Test
    void convert_blueFirst_keepsEachPixel() throws IOException {
        assertConverted(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR)));
    }

    @Test
    void convert_redFirstInRowsWithPadding_keepsEachPixel() throws IOException {
        int stride = 3 * WIDTH + 4;
        var buffer = new DataBufferByte(new byte[stride * HEIGHT], stride * HEIGHT);
        var layout =
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 3, stride, new int[] {0, 1, 2});

        assertConverted(filled(image(Raster.createWritableRaster(layout, buffer, null))));
    }

    @Test
    void convert_aPartOfALargerPicture_keepsItsPixels() throws IOException {
        BufferedImage whole = filled(new BufferedImage(WIDTH + 4, HEIGHT + 2, BufferedImage.TYPE_3BYTE_BGR));

        assertConverted(whole.getSubimage(3, 1, WIDTH, HEIGHT));
    }

    private static BufferedImage image(WritableRaster raster) {
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }

    private static BufferedImage filled(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, 0xFF000000 | (200 + 3 * x) << 16 | (40 * y) << 8 | (255 - 20 * x));
            }
        }
        return image;
    }

    private static void assertConverted(BufferedImage image) throws IOException {
        RgbPixels converted = SrgbConverter.convert(image, DEADLINE).onBackground();

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(converted.rgb(x, y)).as("pixel %d, %d", x, y).isEqualTo(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }
}
