package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedImagesTest {

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void decode_ofNothing_isEmpty() {
        assertRejected(new byte[0], ErrorCode.EMPTY_IMAGE, "got 0 bytes");
    }

    @Test
    void decode_ofMoreBytesThanAllowed_namesBoth() {
        var strict = new ImageDecoder(ImageLimits.DEFAULT.withMaxBytes(10));
        var e = catchThrowableOfType(SightlineException.class, () -> strict.decode(new byte[11]));
        assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_BYTES);
        assertThat(e).hasMessage("expected at most 10 bytes, got 11");
    }

    @Test
    void decode_ofTinyBomb_isRefusedFromTheHeader() {
        byte[] bomb = PngFiles.bomb(16384, 16384);
        assertThat(bomb).hasSize(65);
        assertRejected(
                bomb, ErrorCode.TOO_MANY_PIXELS, "expected at most 128000000 pixels, got 16384 x 16384 = 268435456");
    }

    @Test
    void decode_ofValidBomb_leavesTheHeapUnchanged() {
        byte[] bomb = PngFiles.ofRows(19_000, 19_000, 1 << 8 | PngFiles.GREY, "00".repeat(19_000 / 8));
        assertRejected(bomb, ErrorCode.TOO_MANY_PIXELS, "19000 x 19000");
        long allocated = AllocatedBytes.during(() -> assertRejected(bomb, ErrorCode.TOO_MANY_PIXELS, "19000 x 19000"));
        assertThat(allocated).isLessThan(1_000_000);
    }

    @Test
    void decode_ofContradictingWebp_allocatesForTheDeclaredSizeOnly() {
        byte[] bomb = WebpFiles.contradicting(8, 16_383);
        assertThat(decoder.decode(bomb).width()).isEqualTo(8);
        assertThat(AllocatedBytes.during(() -> decoder.decode(bomb))).isLessThan(10_000_000);
    }

    @Test
    void decode_ofTinyWebpWithMegapixels_allocatesForItsPixelsOnly() {
        byte[] file = WebpFiles.flat(1000, 1000, 0xFF00FF00);
        assertThat(file).hasSizeLessThan(50);
        assertThat(AllocatedBytes.during(() -> decoder.decode(file))).isLessThan(20_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "ftypheic, HEIC",
        "ftypheix, HEIC",
        "ftypmif1, HEIF",
        "ftypavif, AVIF",
        "ftypisom, an MP4 or QuickTime video",
    })
    void decode_ofTwoKilobytesWithForeignHeader_namesTheFormat(String brand, String name) {
        byte[] file = new byte[2048];
        byte[] header = ("\0\0\0\30" + brand).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, file, 0, header.length);
        assertRejected(file, ErrorCode.UNSUPPORTED_FORMAT, "expected JPEG, PNG, GIF, WebP, BMP or TIFF, got " + name);
    }

    @ParameterizedTest
    @CsvSource({
        "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', SVG",
        "'<?xml version=\"1.0\"?><svg/>', SVG",
        "'<!DOCTYPE html><p>not found', HTML",
        "'<?xml version=\"1.0\"?><a/>', XML",
        "'Not an image: caf\u00e9', text",
        "'%PDF-1.7', PDF",
        "'PK\3\4', a ZIP archive",
        "'\1\2\3', unknown content"
    })
    void decode_ofForeignContent_namesIt(String content, String name) {
        assertRejected(content.getBytes(StandardCharsets.UTF_8), ErrorCode.UNSUPPORTED_FORMAT, "got " + name);
    }

    @Test
    void decode_ofEveryFormatCutShort_isBroken() {
        BufferedImage noise = Pictures.noise(200, 150);
        assertBroken(BrokenFiles.cut(JpegFiles.of(noise), 0.6));
        assertBroken(BrokenFiles.cut(PngFiles.of(noise), 0.6));
        assertBroken(BrokenFiles.cut(GifFiles.frames(new int[] {1, 2}), 0.9));
        assertBroken(BrokenFiles.cut(WebpFiles.flat(40, 40, 0xFF00FF00), 0.6));
    }

    @Test
    void decode_ofHeaderAlone_isBroken() {
        assertBroken(Arrays.copyOf(JpegFiles.of(Pictures.noise(8, 8)), 4));
        assertBroken(Arrays.copyOf(PngFiles.of(Pictures.noise(8, 8)), 8));
        assertBroken("II*\0".getBytes(StandardCharsets.ISO_8859_1));
        assertBroken("GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertBroken("BM\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void decode_ofAnyFlippedByte_neverThrowsAnythingElse() {
        byte[] good = JpegFiles.of(Pictures.noise(24, 24));
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(good.length)] = (byte) random.nextInt();
            try {
                decoder.decode(bad);
            } catch (SightlineException e) {
                assertThat(e.code().httpStatus()).isBetween(400, 499);
            }
        }
    }

    @Test
    void decode_ofTiffWithMillionsOfSamples_isRefusedBeforeMemoryIsTaken() {
        byte[] file = TiffFiles.pages(1, "102030405060");
        int samples = 8 + 2 + 7 * 12 + 8;
        assertThat(file[samples + 3]).isEqualTo((byte) 3);
        file[samples + 1] = 0x40;
        assertRejected(file, ErrorCode.BROKEN_IMAGE, "expected tag 0x0115 of at most 8, got 4194307");
    }

    private void assertBroken(byte[] file) {
        assertRejected(file, ErrorCode.BROKEN_IMAGE, "expected a whole ");
    }

    private void assertRejected(byte[] file, ErrorCode code, String message) {
        var e = catchThrowableOfType(SightlineException.class, () -> decoder.decode(file));
        assertThat(e).as("expected " + code).isNotNull().hasMessageContaining(message);
        assertThat(e.code()).isEqualTo(code);
    }
}
