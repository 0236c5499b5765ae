package dev.sightline.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of {@code odd-files.txt}: a file, what becomes of it, and what is seen of it or said about it. */
class OddFilesTest {

    private static final int COLOR_TOLERANCE = 40;

    /** Beside the file and the pixels that are asked for, whatever the file claims. */
    private static final long MAX_ALLOCATED = 60_000_000;

    private static final Map<String, Supplier<byte[]>> FILES = OddFiles.byName();

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    record Line(String file, String outcome, String size, String frame, String detail) {

        static Line of(String text) {
            List<String> parts =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            return new Line(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
        }

        boolean isTaken() {
            return !size.isEmpty();
        }

        @Override
        public String toString() {
            return "%s: %s".formatted(file, outcome);
        }
    }

    static List<Line> table() throws IOException {
        try (var stream = OddFilesTest.class.getResourceAsStream("/odd-files.txt")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Line::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void decode_ofOddFile_endsAsTheTableSays(Line line) {
        byte[] bytes = Objects.requireNonNull(FILES.get(line.file())).get();
        long allocated = AllocatedBytes.during(() -> {
            if (line.isTaken()) {
                assertTaken(decoder.decode(bytes), line);
            } else {
                assertRefused(bytes, line);
            }
        });
        assertThat(allocated).isLessThan(MAX_ALLOCATED + 2L * bytes.length);
    }

    @Test
    void table_namesEachFileOnce_andMoreThanSixty() throws IOException {
        assertThat(table())
                .extracting(Line::file)
                .hasSizeGreaterThanOrEqualTo(60)
                .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    private static void assertTaken(NormalizedImage image, Line expected) {
        assertThat(image.format().slug()).isEqualTo(expected.outcome());
        assertThat("%d x %d".formatted(image.width(), image.height())).isEqualTo(expected.size());
        assertThat(image.frame()).isEqualTo(Integer.parseInt(expected.frame()));
        if (!expected.detail().isEmpty()) {
            RgbPixels pixels = image.pixels();
            int center = pixels.rgb(pixels.width() / 2, pixels.height() / 2);
            assertAlike(center, Integer.parseInt(expected.detail(), 16));
        }
    }

    private static void assertAlike(int rgb, int expected) {
        for (int shift : new int[] {16, 8, 0}) {
            assertThat(rgb >> shift & 0xFF)
                    .as("%06X is like %06X", rgb, expected)
                    .isCloseTo(expected >> shift & 0xFF, within(COLOR_TOLERANCE));
        }
    }

    private void assertRefused(byte[] bytes, Line expected) {
        var e = catchThrowableOfType(SightlineException.class, () -> decoder.decode(bytes));
        assertThat(e).as("expected a refusal").isNotNull().hasMessageContaining(expected.detail());
        assertThat(e.code().slug()).isEqualTo(expected.outcome());
        assertThat(e.code().httpStatus()).isBetween(400, 499);
        assertThat(e.code().retryable()).isFalse();
    }
}
