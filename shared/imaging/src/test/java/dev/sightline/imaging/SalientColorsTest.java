package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.visual.SalientColor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalientColorsTest {

    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;

    @Test
    void of_flatRed_isRedAlone() {
        assertThat(SalientColors.of(pixels(10, 10, i -> RED)))
                .containsExactly(new SalientColor("red", 53.2, 80.1, 67.2, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "000000, black", "FFFFFF, white", "F8F8F8, white", "808080, grey", "C0C0C0, grey", "404040, grey",
        "FF0000, red", "B22222, red", "008000, green", "6B8E23, green", "0000FF, blue", "3A5FCD, blue",
        "00FFFF, blue", "008080, green", "FFFF00, yellow", "FFA500, orange", "FFC0CB, pink", "FF69B4, pink",
        "800080, purple", "9400D3, purple", "8B4513, brown", "D2B48C, brown"
    })
    void of_flatColor_hasItsNameAndAllOfTheShare(String rgb, String name) {
        List<SalientColor> colors = SalientColors.of(pixels(100, 30, i -> Integer.parseInt(rgb, 16)));

        assertThat(colors).singleElement().satisfies(color -> {
            assertThat(color.name()).isEqualTo(name);
            assertThat(color.share()).isEqualTo(1);
        });
    }

    @Test
    void of_twoHalves_areTwoColorsTheLargerFirst() {
        assertThat(SalientColors.of(pixels(10, 10, i -> i < 40 ? RED : BLUE)))
                .extracting(SalientColor::name, SalientColor::share)
                .containsExactly(tuple("blue", 0.6), tuple("red", 0.4));
    }

    @Test
    void of_specks_areNoSalientColor() {
        assertThat(SalientColors.of(pixels(10, 10, i -> i < 3 ? RED : BLUE)))
                .extracting(SalientColor::share)
                .containsExactly(0.97);
    }

    @Test
    void of_greyRamp_isBlackGreysAndWhite() {
        List<SalientColor> colors = SalientColors.of(pixels(256, 1, i -> i * 0x010101));

        assertThat(colors).extracting(SalientColor::name).containsOnly("black", "grey", "white");
        assertThat(colors).allSatisfy(color -> {
            assertThat(color.a()).isZero();
            assertThat(color.b()).isZero();
        });
        assertApart(colors);
    }

    @Test
    void of_transparentFile_countsTheGroundAsWhite() throws Exception {
        var picture = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 50; i++) {
            picture.setRGB(i % 20, i / 20, 0xFF000000 | BLUE);
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        NormalizedImage image = new ImageDecoder(ImageLimits.DEFAULT).decode(file.toByteArray());

        assertThat(SalientColors.of(image.pixels()))
                .extracting(SalientColor::name, SalientColor::share)
                .containsExactly(tuple("white", 0.75), tuple("blue", 0.25));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_anyPicture_hasSeparateColorsWhoseSharesAddUpToAtMostOne(int seed) {
        List<SalientColor> colors = SalientColors.of(patches(seed));

        assertThat(colors).hasSizeBetween(1, SalientColors.MAX_COLORS);
        assertThat(colors.stream().mapToDouble(SalientColor::share).sum()).isLessThanOrEqualTo(1);
        assertThat(colors).allSatisfy(color -> assertThat(color.share()).isGreaterThanOrEqualTo(0.0399));
        assertThat(colors).isSortedAccordingTo((one, other) -> Double.compare(other.share(), one.share()));
        assertApart(colors);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_shuffledPixels_areTheSame(int seed) {
        RgbPixels pixels = patches(seed);
        List<Integer> shuffled =
                Arrays.asList(Arrays.stream(pixels.packed()).boxed().toArray(Integer[]::new));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(SalientColors.of(pixels(pixels.width(), pixels.height(), shuffled::get)))
                .isEqualTo(SalientColors.of(pixels));
    }

    @Test
    void of_largePicture_sharesAreThoseOfTheWhole() {
        assertThat(SalientColors.of(pixels(1000, 800, i -> i % 1000 < 250 ? RED : BLUE)))
                .extracting(SalientColor::share)
                .containsExactly(0.75, 0.25);
    }

    private static void assertApart(List<SalientColor> colors) {
        for (int i = 0; i < colors.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(distance(colors.get(i), colors.get(j))).isGreaterThan(SalientColors.MIN_DIFFERENCE - 0.2);
            }
        }
    }

    private static double distance(SalientColor one, SalientColor other) {
        double chromatic = Math.hypot(one.a() - other.a(), one.b() - other.b());
        return Math.hypot(one.lightness() - other.lightness(), chromatic);
    }

    /** Some patches of noisy colours. */
    private static RgbPixels patches(int seed) {
        var random = new Random(seed);
        int[] colors = random.ints(1 + seed, 0, 1 << 24).toArray();
        int[] noise = random.ints(48 * 40, 0, 16).toArray();
        return pixels(48, 40, i -> (colors[i * colors.length / (48 * 40)] & 0xF0F0F0) + noise[i] * 0x010101);
    }

    private static RgbPixels pixels(int width, int height, IntUnaryOperator rgb) {
        return RgbPixels.of(
                width, height, IntStream.range(0, width * height).map(rgb).toArray());
    }
}
