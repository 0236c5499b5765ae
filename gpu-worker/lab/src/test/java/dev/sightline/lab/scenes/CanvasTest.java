package dev.sightline.lab.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.imaging.RgbPixels;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.visual.NormalizedBox;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CanvasTest {

    private final Canvas canvas = new Canvas(new int[Canvas.WIDTH * Canvas.HEIGHT]);

    @Test
    void placed_ofOneCutOut_isItsRectangle() {
        canvas.lay(square("a", 64), 32, 48);
        assertThat(canvas.placed())
                .containsExactly(new Scene.Placed("l", "a", new NormalizedBox(0.05, 0.1, 0.1, 64 / 480.0), 1));
    }

    /** 64 x 64 with the right half covered: 32 columns are left. */
    @Test
    void placed_ofHalfCoveredCutOut_isTheVisibleHalf() {
        canvas.lay(square("a", 64), 0, 0);
        canvas.lay(square("b", 64), 32, 0);
        Scene.Placed covered = canvas.placed().getFirst();
        assertThat(covered.box()).isEqualTo(new NormalizedBox(0, 0, 0.05, 64 / 480.0));
        assertThat(covered.visible()).isEqualTo(0.5);
    }

    @Test
    void placed_ofWhollyCoveredCutOut_isLeftOut() {
        canvas.lay(square("a", 8), 20, 20);
        canvas.lay(square("b", 64), 0, 0);
        assertThat(canvas.placed()).extracting(Scene.Placed::file).containsExactly("b");
    }

    /** An upright rectangle of 40 x 20, turned by 90 degrees, is 20 x 40; by 30 degrees 40 cos 30 + 20 sin 30 = 44.6 wide. */
    @Test
    void turned_cutOut_hasTheTurnedFrame() {
        CutOut flat = cutOut("a", 40, 20);
        assertThat(flat.turned(Math.PI / 2).width()).isEqualTo(20);
        assertThat(flat.turned(Math.PI / 2).height()).isEqualTo(40);
        assertThat(flat.turned(Math.toRadians(30)).width()).isBetween(43, 45);
        assertThat(flat.turned(0).onWhite().packed()).isEqualTo(flat.onWhite().packed());
    }

    /** 0x404040 is 64; with light 1.5 it is 96; with contrast 2 2 x (64 - 127.5) + 127.5 = 0.5. */
    @Test
    void lit_cutOut_isBrighterOrOfMoreContrast() {
        CutOut dark = cutOut("a", 1, 1);
        assertThat(dark.lit(1, 1).onWhite().packed()).containsExactly(0x404040);
        assertThat(dark.lit(1, 1.5).onWhite().packed()).containsExactly(0x606060);
        assertThat(dark.lit(2, 1).onWhite().packed()).containsExactly(0x010101);
    }

    private static CutOut square(String name, int side) {
        return cutOut(name, side, side);
    }

    private static CutOut cutOut(String name, int width, int height) {
        return new CutOut(
                new LabelledImage(Path.of(name), "l", name),
                filled(width, height, 0x404040),
                filled(width, height, 0xFFFFFF));
    }

    private static RgbPixels filled(int width, int height, int rgb) {
        int[] packed = new int[width * height];
        Arrays.fill(packed, rgb);
        return RgbPixels.of(width, height, packed);
    }
}
