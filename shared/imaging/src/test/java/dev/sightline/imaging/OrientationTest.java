package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {

    /** Stored: 1 2 3 over 4 5 6. The right column was written down from the EXIF definition: where row 0 and column 0 are seen. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 1 2 3 4 5 6",
        "2, 3, 3 2 1 6 5 4",
        "3, 3, 6 5 4 3 2 1",
        "4, 3, 4 5 6 1 2 3",
        "5, 2, 1 4 2 5 3 6",
        "6, 2, 4 1 5 2 6 3",
        "7, 2, 6 3 5 2 4 1",
        "8, 2, 3 6 2 5 1 4"
    })
    void apply_eachValue_movesEveryPixel(int exif, int width, String expected) {
        RgbPixels stored = RgbPixels.of(3, 2, new int[] {1, 2, 3, 4, 5, 6});
        RgbPixels displayed = Orientation.ofExif(exif).apply(stored);
        assertThat(displayed.width()).isEqualTo(width);
        assertThat(displayed.packed()).containsExactly(numbers(expected));
    }

    @Test
    void ofExif_outsideTheRange_isUpright() {
        assertThat(Orientation.ofExif(0)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofExif(9)).isEqualTo(Orientation.UPRIGHT);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
