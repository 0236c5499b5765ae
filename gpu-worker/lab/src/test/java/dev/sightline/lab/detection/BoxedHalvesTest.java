package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoxedHalvesTest {

    private static final BoxedDataSet FIVE = new BoxedDataSet(
            "five",
            Set.of("dog"),
            IntStream.range(0, 5)
                    .mapToObj(i -> new BoxedPicture(Path.of(i + ".png"), List.of()))
                    .toList());

    @Test
    void of_fivePictures_sharesThemOutWithoutACommonOne() {
        BoxedHalves halves = BoxedHalves.of(FIVE, 3);

        assertThat(halves.tuning().name()).isEqualTo("five, tuning half");
        assertThat(halves.evaluation().name()).isEqualTo("five, other half");
        assertThat(halves.tuning().pictures()).hasSize(2);
        assertThat(halves.evaluation().pictures())
                .hasSize(3)
                .doesNotContainAnyElementsOf(halves.tuning().pictures());
        assertThat(FIVE.pictures())
                .containsAll(halves.tuning().pictures())
                .containsAll(halves.evaluation().pictures());
    }

    @Test
    void of_oneSeed_isTheSameAgain_andOfSomeOtherIsNot() {
        BoxedHalves halves = BoxedHalves.of(FIVE, 3);

        assertThat(BoxedHalves.of(FIVE, 3)).isEqualTo(halves);
        assertThat(IntStream.range(4, 24).mapToObj(seed -> BoxedHalves.of(FIVE, seed)))
                .anyMatch(other -> !other.equals(halves));
    }
}
