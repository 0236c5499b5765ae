package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.NormalizedBox;
import org.junit.jupiter.api.Test;

class LargeImagesTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void decode_of108Megapixels_isBoundedInMemory() {
        byte[] file = JpegFiles.flatGrey(12_000, 9_000);
        decoder.decode(JpegFiles.flatGrey(64, 64));
        long allocated = AllocatedBytes.during(() -> decoder.decode(file));
        // 2400 x 1800 grey bytes and ints, 2048 x 1536 ints: 35 MB, not the 432 MB of all pixels.
        assertThat(allocated).isLessThan(60_000_000);
    }

    @Test
    void decode_of108Megapixels_reportsTheFrameAndScalesThePixels() {
        NormalizedImage image = decoder.decode(JpegFiles.flatGrey(12_000, 9_000));
        assertThat(image.width()).isEqualTo(12_000);
        assertThat(image.height()).isEqualTo(9_000);
        assertThat(image.pixels().width()).isEqualTo(2048);
        assertThat(image.pixels().height()).isEqualTo(1536);
        assertThat(image.pixels().rgb(2047, 1535)).isEqualTo(0x808080);
    }

    @Test
    void decode_ofLargePng_isSubsampledWhileReading() {
        byte[] file = PngFiles.ofRows(10_000, 10_000, 1 << 8 | PngFiles.GREY, "FF".repeat(1250));
        NormalizedImage image = decoder.decode(file);
        assertThat(image.width()).isEqualTo(10_000);
        assertThat(image.pixels().width()).isEqualTo(2048);
        assertThat(image.pixels().rgb(1000, 1000)).isEqualTo(0xFFFFFF);
    }

    @Test
    void crop_ofReducedImage_tellsTheFrameInOriginalPixels() {
        var image = new NormalizedImage(ImageFormat.PNG, 100, 40, RgbPixels.of(10, 4, new int[40]));
        NormalizedImage part = image.crop(new NormalizedBox(0.5, 0.25, 0.5, 0.5));
        assertThat(part.width()).isEqualTo(50);
        assertThat(part.height()).isEqualTo(20);
        assertThat(part.pixels().width()).isEqualTo(5);
        assertThat(part.pixels().height()).isEqualTo(2);
    }

    @Test
    void image_withMorePixelsThanItsFrame_isRefused() {
        RgbPixels pixels = RgbPixels.of(3, 1, new int[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalizedImage(ImageFormat.PNG, 2, 1, pixels))
                .withMessage("expected a frame of at least 3 x 1, got 2 x 1");
    }

    @Test
    void limits_ofZero_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageLimits.DEFAULT.withMaxSide(0))
                .withMessage("expected positive limits, got 52428800 bytes, 128000000 pixels, 50000000 held pixels,"
                        + " 10000 frames, 0 a side");
    }
}
