package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.PixelBox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RgbPixelsTest {

    private static final RgbPixels NINE = RgbPixels.of(3, 3, new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    @Test
    void of_withAlphaBits_dropsThem() {
        assertThat(RgbPixels.of(1, 1, new int[] {0xFF123456}).rgb(0, 0)).isEqualTo(0x123456);
    }

    @Test
    void of_withWrongCount_namesBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RgbPixels.of(2, 2, new int[3]))
                .withMessage("expected 2 x 2 pixels, got 3");
    }

    @Test
    void arrays_changedOutside_changeNothing() {
        int[] given = {1, 2};
        RgbPixels pixels = RgbPixels.of(2, 1, given);
        given[0] = 9;
        pixels.packed()[1] = 9;
        assertThat(pixels.packed()).containsExactly(1, 2);
    }

    @Test
    void rgb_outside_throws() {
        assertThatThrownBy(() -> NINE.rgb(3, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("expected a pixel of 3 x 3, got 3, 0");
    }

    @Test
    void crop_inside_copiesTheRows() {
        RgbPixels part = NINE.crop(new PixelBox(1, 1, 2, 2));
        assertThat(part.packed()).containsExactly(5, 6, 8, 9);
    }

    @Test
    void crop_beyondTheEdge_throws() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NINE.crop(new PixelBox(2, 2, 2, 1)))
                .withMessageStartingWith("expected a box inside 3 x 3");
    }

    @Test
    void resize_toSameSize_returnsItself() {
        assertThat(NINE.resize(3, 3)).isSameAs(NINE);
    }

    @Test
    void resize_toZero_throws() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NINE.resize(0, 3))
                .withMessage("expected a positive size, got 0 x 3");
    }

    /** Support 2 around centre 1 reaches pixels 0..2 at weights .75, .75, .25 (pixel centres .5, 1.5, 2.5), divided by their sum. */
    @Test
    void resize_toHalf_weighsByTriangle() {
        RgbPixels row = RgbPixels.of(4, 1, new int[] {0x000000, 0x640000, 0xC80000, 0xFF0000});
        RgbPixels half = row.resize(2, 1);
        // Left: (0 * .75 + 100 * .75 + 200 * .25) / 1.75 = 71.4; right: (100 * .25 + 200 * .75 + 255 * .75) / 1.75 =
        // 209.3
        assertThat(half.packed()).containsExactly(71 << 16, 209 << 16);
    }

    /** Target centres lie at .25, .75, 1.25, 1.75 of two source pixels. */
    @Test
    void resize_toDouble_isBilinearOnEachChannel() {
        RgbPixels row = RgbPixels.of(2, 1, new int[] {0x000064, 0x006400});
        assertThat(row.resize(4, 1).packed()).containsExactly(0x000064, 0x00194B, 0x004B19, 0x006400);
    }

    @Test
    void resize_ofStripesOfOnePixel_givesGreyWithoutAliasing() {
        int[] stripes = new int[64 * 64];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xFFFFFF : 0;
        }
        RgbPixels small = RgbPixels.of(64, 64, stripes).resize(8, 8);
        for (int rgb : small.packed()) {
            assertThat(rgb & 0xFF).isBetween(122, 133);
        }
    }

    @Test
    void resize_ofFlatWhite_staysWhite() {
        int[] white = new int[37 * 23];
        Arrays.fill(white, 0xFFFFFF);
        assertThat(RgbPixels.of(37, 23, white).resize(11, 50).packed()).containsOnly(0xFFFFFF);
    }

    @Test
    void fitInto_largerSide_keepsProportionsAndNeverEnlarges() {
        RgbPixels wide = RgbPixels.of(100, 1, new int[100]).fitInto(30);
        assertThat(wide.width()).isEqualTo(30);
        assertThat(wide.height()).isEqualTo(1);
        assertThat(NINE.fitInto(10)).isSameAs(NINE);
    }

    @Test
    void encodeJpeg_thenDecode_givesNearlyTheSame() {
        int[] orange = new int[40 * 20];
        Arrays.fill(orange, 0xE08020);
        byte[] file = RgbPixels.of(40, 20, orange).encodeJpeg(10);
        RgbPixels back = new ImageDecoder(ImageLimits.DEFAULT).decode(file).pixels();
        assertThat(back.width()).isEqualTo(10);
        assertThat(back.height()).isEqualTo(5);
        assertThat(back.rgb(4, 2) >> 16).isBetween(0xDC, 0xE4);
    }
}
