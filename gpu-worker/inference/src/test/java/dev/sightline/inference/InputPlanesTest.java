package dev.sightline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.imaging.ImageFormat;
import dev.sightline.imaging.NormalizedImage;
import dev.sightline.imaging.RgbPixels;
import dev.sightline.inference.InputSpec.Resize;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputPlanesTest {

    @Test
    void fill_withRgb_writesOnePlanePerChannel() {
        InputPlanes planes = new InputPlanes(Specs.rgb(2, 1, Resize.STRETCH));

        assertThat(floats(planes.fill(List.of(image(2, 1, 0x010203, 0xFF8000)))))
                .containsExactly(1, 255, 2, 128, 3, 0);
    }

    @Test
    void fill_withBgrAndNormalisation_usesTheStatisticsOfEachPlane() {
        InputPlanes planes = new InputPlanes(Specs.bgrPixel(List.of(1f, 2f, 3f), List.of(2f, 4f, 5f)));

        // Blue (5 - 1) / 2, green (14 - 2) / 4, red (23 - 3) / 5.
        assertThat(floats(planes.fill(List.of(image(1, 1, 0x170E05))))).containsExactly(2, 3, 4);
    }

    @Test
    void fill_withRangeOne_dividesBy255() {
        InputPlanes planes = new InputPlanes(Specs.pixelOfRange(1));

        assertThat(floats(planes.fill(List.of(image(1, 1, 0xFF3300))))).containsExactly(1f, 0.2f, 0f);
    }

    @Test
    void fill_withLetterbox_centresTheImageInTheFill() {
        InputPlanes planes = new InputPlanes(Specs.letterbox(2, 4, List.of(7, 8, 9)));

        float[] filled = floats(planes.fill(List.of(image(2, 2, 0x010101, 0x020202, 0x030303, 0x040404))));

        assertThat(filled).startsWith(7, 7, 1, 2, 3, 4, 7, 7).endsWith(9, 9, 1, 2, 3, 4, 9, 9);
    }

    @Test
    void fill_withTwoImages_putsOneAfterTheOther() {
        InputPlanes planes = new InputPlanes(Specs.pixelOfRange(255));

        assertThat(floats(planes.fill(List.of(image(1, 1, 0x010203), image(1, 1, 0x040506)))))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void fill_againWithFewerImages_leavesNothingOfTheFormerRun() {
        InputPlanes planes = new InputPlanes(Specs.pixelOfRange(255));
        planes.fill(List.of(image(1, 1, 0x010101), image(1, 1, 0x020202)));

        assertThat(floats(planes.fill(List.of(image(1, 1, 0x030303))))).containsExactly(3, 3, 3);
    }

    @Test
    void spec_withZeroDeviation_isRefused() {
        assertThatThrownBy(() -> Specs.bgrPixel(List.of(0f, 0f, 0f), List.of(1f, 0f, 1f)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1.0, 0.0, 1.0]");
    }

    private static NormalizedImage image(int width, int height, int... packed) {
        return new NormalizedImage(ImageFormat.PNG, width, height, RgbPixels.of(width, height, packed));
    }

    private static float[] floats(FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
