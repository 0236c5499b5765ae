package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void decode_ofPng_keepsEveryPixel() {
        var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0x123456);
        picture.setRGB(1, 0, 0xFEDCBA);
        NormalizedImage image = decoder.decode(PngFiles.of(picture));
        assertThat(image.format()).isEqualTo(ImageFormat.PNG);
        assertThat(image.pixels().packed()).containsExactly(0x123456, 0xFEDCBA);
    }

    /** White left, black right, stored 100 x 40; the hand-made table of OrientationTest gives where white is seen. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void decode_ofJpegWithOrientation_turnsSizeAndPixels(int orientation) {
        byte[] upright = JpegFiles.of(Pictures.leftWhite(100, 40));
        NormalizedImage image = decoder.decode(JpegFiles.withOrientation(upright, orientation));
        boolean turned = orientation >= 5;
        assertThat(image.width()).isEqualTo(turned ? 40 : 100);
        assertThat(image.height()).isEqualTo(turned ? 100 : 40);
        RgbPixels stored = decoder.decode(upright).pixels();
        RgbPixels expected = Orientation.ofExif(orientation).apply(stored);
        assertThat(image.pixels().packed()).isEqualTo(expected.packed());
    }

    @Test
    void decode_ofPngAndWebpWithOrientation_turnsThem() {
        byte[] png = PngFiles.withOrientation(PngFiles.of(Pictures.leftWhite(10, 4)), 6);
        assertThat(decoder.decode(png).height()).isEqualTo(10);
        byte[] webp = WebpFiles.withOrientation(10, 4, 0xFF0000FF, 6);
        assertThat(decoder.decode(webp).height()).isEqualTo(10);
    }

    @Test
    void decode_ofAdobeCmyk_givesRed() {
        // Adobe stores ink inverted: no cyan, all magenta, all yellow, no black.
        byte[] file = JpegFiles.withAdobe(JpegFiles.ofFourComponents(255, 0, 0, 255), 0);
        assertRed(decoder.decode(file));
    }

    @Test
    void decode_ofAdobeYcck_givesRed() {
        // Y, Cb, Cr of the ink 0, 255, 255 seen as RGB; black is inverted as before.
        byte[] file = JpegFiles.withAdobe(JpegFiles.ofFourComponents(179, 170, 0, 255), 2);
        assertRed(decoder.decode(file));
    }

    @Test
    void decode_ofFourComponentsWithoutAdobe_isInvertedCmykAsInBrowsers() {
        assertRed(decoder.decode(JpegFiles.ofFourComponents(255, 0, 0, 255)));
    }

    /** A profile whose first primary is the green of sRGB and whose second is its red: what is stored as green is seen as red. */
    @Test
    void decode_withColourProfile_convertsToSrgb() {
        byte[] swapped = Profiles.srgbWithRedAndGreenSwapped();
        byte[] png = PngFiles.ofRows(16, 16, 8 << 8 | PngFiles.RGB, "00FF00".repeat(16));
        assertRed(decoder.decode(PngFiles.withProfile(png, swapped)));
        var green = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 256).forEach(i -> green.setRGB(i % 16, i / 16, 0x00FF00));
        assertRed(decoder.decode(JpegFiles.withProfile(JpegFiles.of(green), swapped)));
    }

    @Test
    void decode_withBrokenProfile_takesSrgb() {
        byte[] png = PngFiles.ofRows(1, 1, 8 << 8 | PngFiles.RGB, "00FF00");
        NormalizedImage image = decoder.decode(PngFiles.withProfile(png, new byte[200]));
        assertThat(image.pixels().rgb(0, 0)).isEqualTo(0x00FF00);
    }

    @Test
    void decode_ofGrey_keepsTheValues() {
        var gray = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 100);
        assertThat(decoder.decode(PngFiles.of(gray)).pixels().rgb(0, 0)).isEqualTo(0x646464);
        int jpegGrey = decoder.decode(JpegFiles.of(gray)).pixels().rgb(0, 0) & 0xFF;
        assertThat(jpegGrey).isCloseTo(100, within(1));
    }

    @Test
    void decode_ofSixteenBits_roundsToEight() {
        // 0x8080 is 128.5 x 257 - 0.5 of 65535, that is 128 of 255; 0x00FF is 0.99 of 255.
        byte[] png = PngFiles.ofRows(1, 1, 16 << 8 | PngFiles.RGB, "808000FFFFFF");
        assertThat(decoder.decode(png).pixels().rgb(0, 0)).isEqualTo(0x8001FF);
    }

    @Test
    void decode_ofHalfTransparentPng_liesOnWhite() {
        var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x80FF0000);
        picture.setRGB(1, 0, 0x00123456);
        // 255 x (255 - 128) / 255 = 127 of green and blue.
        assertThat(decoder.decode(PngFiles.of(picture)).pixels().packed()).containsExactly(0xFF7F7F, 0xFFFFFF);
    }

    @Test
    void decode_ofPngWithTransparentColor_liesOnWhite() {
        byte[] rgb = PngFiles.ofRows(2, 1, 8 << 8 | PngFiles.RGB, "000000FF0000");
        byte[] file = PngFiles.withTransparentColor(rgb, "000000000000");
        assertThat(decoder.decode(file).pixels().packed()).containsExactly(0xFFFFFF, 0xFF0000);
        byte[] grey = PngFiles.ofRows(2, 1, 8 << 8 | PngFiles.GREY, "0064");
        assertThat(decoder.decode(PngFiles.withTransparentColor(grey, "0000"))
                        .pixels()
                        .packed())
                .containsExactly(0xFFFFFF, 0x646464);
    }

    @Test
    void decode_ofTransparentGif_liesOnWhite() {
        byte[] file = GifFiles.withTransparent(1, 1, 2);
        assertThat(decoder.decode(file).pixels().packed()).containsExactly(0xFFFFFF, 0x00FF00);
    }

    @Test
    void decode_ofGifWithFrames_takesTheFirst() {
        byte[] file = GifFiles.frames(new int[] {1, 1}, new int[] {2, 2}, new int[] {3, 3});
        assertThat(decoder.decode(file).pixels().packed()).containsExactly(0xFF0000, 0xFF0000);
    }

    @Test
    void decode_ofGifFrameInsideItsScreen_showsTheScreen() {
        NormalizedImage image = decoder.decode(GifFiles.placed(5, 2, 1, 3));
        assertThat(image.width()).isEqualTo(5);
        assertThat(image.pixels().packed()).containsExactly(0xFFFFFF, 0xFFFFFF, 0xFF0000, 0x0000FF, 0xFFFFFF);
    }

    @Test
    void decode_ofTransparentWebp_liesOnWhite() {
        NormalizedImage image = decoder.decode(WebpFiles.flat(3, 2, 0x80FF0000));
        assertThat(image.format().slug()).isEqualTo("webp");
        assertThat(image.pixels().packed()).hasSize(6).containsOnly(0xFF7F7F);
    }

    @Test
    void decode_ofWebpWithFrames_takesTheFirstOnItsCanvas() {
        NormalizedImage image = decoder.decode(WebpFiles.animated(0xFF0000FF, 0xFF00FF00, 0xFFFF0000));
        assertThat(image.width()).isEqualTo(8);
        assertThat(image.pixels().rgb(1, 1)).isEqualTo(0xFFFFFF);
        assertThat(image.pixels().rgb(2, 2)).isEqualTo(0x0000FF);
        assertThat(image.pixels().rgb(5, 5)).isEqualTo(0x0000FF);
        assertThat(image.pixels().rgb(6, 6)).isEqualTo(0xFFFFFF);
    }

    /** Bottom-up, 24 bits, one pixel of blue 0x30, green 0x20, red 0x10 and a byte of padding. */
    @Test
    void decode_ofBmp_keepsThePixel() {
        String head = "424D3A000000000000003600000028000000" + "0100000001000000" + "01001800" + "00".repeat(24);
        NormalizedImage image = decoder.decode(HexFormat.of().parseHex(head + "30201000"));
        assertThat(image.pixels().packed()).containsExactly(0x102030);
    }

    @Test
    void decode_ofTiffWithPages_turnsTheFirst() {
        NormalizedImage image = decoder.decode(TiffFiles.pages(6, "102030405060", "FFFFFFFFFFFF"));
        assertThat(image.format()).isEqualTo(ImageFormat.TIFF);
        assertThat(image.width()).isEqualTo(1);
        assertThat(image.pixels().packed()).containsExactly(0x102030, 0x405060);
    }

    private static void assertRed(NormalizedImage image) {
        int rgb = image.pixels().rgb(8, 8);
        assertThat(rgb >> 16).isGreaterThan(220);
        assertThat(rgb >> 8 & 0xFF).isLessThan(50);
        assertThat(rgb & 0xFF).isLessThan(50);
    }
}
