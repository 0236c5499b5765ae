package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameChoiceTest {

    private static final int[] BLACK = {0, 0};
    private static final int[] RED = {1, 1};
    private static final int[] RED_AND_GREEN = {1, 2};

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({"101010, 181818, true", "101010, 191010, false", "101010, 101910, false", "101010, 101019, false"})
    void isFlat_ofTwoPixels_allowsEightInEachChannel(String one, String other, boolean flat) {
        RgbPixels pixels = RgbPixels.of(2, 1, new int[] {Integer.parseInt(one, 16), Integer.parseInt(other, 16)});

        assertThat(FlatFrame.isFlat(pixels)).isEqualTo(flat);
    }

    @Test
    void decode_ofGifThatStartsFlat_takesTheFirstFrameThatIsNot() {
        NormalizedImage image = decoder.decode(GifFiles.frames(BLACK, RED, RED_AND_GREEN, BLACK));

        assertThat(image.frame()).isEqualTo(2);
        assertThat(image.pixels().packed()).containsExactly(0xFF0000, 0x00FF00);
    }

    @Test
    void decode_ofFlatGif_takesItsFirstFrame() {
        NormalizedImage image = decoder.decode(GifFiles.frames(RED, BLACK));

        assertThat(image.frame()).isZero();
        assertThat(image.pixels().packed()).containsExactly(0xFF0000, 0xFF0000);
    }

    /** Black stays, is cleared, or is taken back, before red is drawn beside it. */
    @ParameterizedTest
    @CsvSource({"0, 000000", "1, 000000", "2, FFFFFF", "3, FFFFFF"})
    void decode_ofGifWithDisposal_showsWhatAViewerShows(int disposal, String firstColumn) {
        NormalizedImage image = decoder.decode(GifFiles.disposing(disposal, BLACK, RED));

        assertThat(image.frame()).isEqualTo(1);
        assertThat(image.pixels().packed()).containsExactly(Integer.parseInt(firstColumn, 16), 0xFF0000);
    }

    @Test
    void decode_looksAtSixteenFramesOnly() {
        List<int[]> frames = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            frames.add(BLACK);
        }
        frames.add(RED_AND_GREEN);
        assertThat(decoder.decode(gif(frames)).frame()).isEqualTo(15);

        frames.addFirst(BLACK);
        assertThat(decoder.decode(gif(frames)).frame()).isZero();
    }

    @Test
    void decode_ofMoreFramesThanAllowed_namesBoth() {
        var strict = new ImageDecoder(ImageLimits.DEFAULT.withMaxFrames(2));
        byte[] file = GifFiles.frames(RED_AND_GREEN, RED, RED);

        var e = catchThrowableOfType(SightlineException.class, () -> strict.decode(file));
        assertThat(e).hasMessage("expected at most 2 frames, got 3");
        assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_FRAMES);
    }

    @Test
    void decode_ofWebpWhoseFirstFrameIsTransparent_drawsTheSecondOnItsCanvas() {
        NormalizedImage image = decoder.decode(WebpFiles.animated(0, 0xFF00FF00));

        assertThat(image.frame()).isEqualTo(1);
        assertThat(image.pixels().rgb(1, 1)).isEqualTo(0xFFFFFF);
        assertThat(image.pixels().rgb(2, 2)).isEqualTo(0x00FF00);
    }

    @Test
    void decode_ofTiffWithBlankFirstPage_takesTheSecond() {
        NormalizedImage image = decoder.decode(TiffFiles.pages(1, "FFFFFFFFFFFF", "102030405060"));

        assertThat(image.frame()).isEqualTo(1);
        assertThat(image.pixels().packed()).containsExactly(0x102030, 0x405060);
    }

    private static byte[] gif(List<int[]> frames) {
        return GifFiles.frames(frames.toArray(int[][]::new));
    }
}
