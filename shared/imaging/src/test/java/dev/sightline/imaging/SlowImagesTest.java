package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlowImagesTest {

    private static final ImageLimits SECOND = ImageLimits.DEFAULT.withMaxTime(Duration.ofSeconds(1));

    static Stream<Arguments> formats() {
        BufferedImage noise = Pictures.noise(300, 200);
        return Stream.of(
                Arguments.of("JPEG", JpegFiles.of(noise)),
                Arguments.of("progressive JPEG", JpegFiles.progressive(noise)),
                Arguments.of("PNG", PngFiles.of(noise)),
                Arguments.of("interlaced PNG", PngFiles.interlaced(noise)),
                Arguments.of("GIF", ImageWriters.write("gif", noise, param -> {})),
                Arguments.of("lossless WebP", WebpFiles.flat(300, 200, 0xFF00FF00)),
                Arguments.of("lossy WebP", WebpFiles.lossy(300, 200)),
                Arguments.of("BMP", ImageWriters.write("bmp", noise, param -> {})),
                Arguments.of("TIFF", ImageWriters.compressed("tiff", noise, "LZW")));
    }

    /** The clock stands still at first, and is past the limit when it is looked at for the fifth time: still within the read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void decode_pastItsTime_endsInTheMiddleOfEveryCodec(String name, byte[] file) {
        var looks = new AtomicLong();
        var decoder = new ImageDecoder(SECOND, () -> looks.incrementAndGet() < 5 ? 0 : 2_500_000_000L);

        var e = catchThrowableOfType(SightlineException.class, () -> decoder.decode(file));

        assertThat(e.code()).isEqualTo(ErrorCode.TOO_SLOW);
        assertThat(e)
                .hasMessage(
                        "expected an image that is decoded in at most 1000 ms of processor time, got one that was not after 2500 ms");
        assertThat(looks).hasValue(5);
    }

    /** Every look costs a millisecond: what a codec does is seen often enough, in every format. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void decode_withinItsTime_isLookedAtOften(String name, byte[] file) {
        var millis = new AtomicLong();
        LongSupplier clock = () -> millis.incrementAndGet() * 1_000_000;

        assertThatCode(() -> new ImageDecoder(ImageLimits.DEFAULT.withMaxTime(Duration.ofHours(1)), clock).decode(file))
                .doesNotThrowAnyException();
        assertThat(millis.get()).isGreaterThan(200);
    }

    @Test
    void decode_ofFlatFramesWithoutEnd_endsBetweenThem() {
        var millis = new AtomicLong();
        LongSupplier clock = () -> millis.addAndGet(100) * 1_000_000;

        var e = catchThrowableOfType(
                SightlineException.class,
                () -> new ImageDecoder(SECOND, clock).decode(GifFiles.repeated(ImageLimits.FRAMES_LOOKED_AT)));

        assertThat(e.code()).isEqualTo(ErrorCode.TOO_SLOW);
    }

    /** Real time of this thread: thousands of passes over all pixels would take minutes. */
    @Test
    void decode_ofProgressiveJpegWithThousandsOfScans_ends() {
        byte[] file = JpegFiles.ofManyScans(
                JpegFiles.progressive(Pictures.red(2000, 1500, BufferedImage.TYPE_INT_RGB)), 4000);
        var decoder = new ImageDecoder(ImageLimits.DEFAULT.withMaxTime(Duration.ofMillis(300)));

        var e = catchThrowableOfType(SightlineException.class, () -> decoder.decode(file));

        assertThat(e.code()).isEqualTo(ErrorCode.TOO_SLOW);
    }

    @Test
    void limits_withoutTime_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageLimits.DEFAULT.withMaxTime(Duration.ZERO))
                .withMessage("expected a positive time, got PT0S");
    }
}
