package dev.sightline.lab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.lab.metrics.Interval;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageBootstrapTest {

    private static final int IMAGES = 400;

    private final ImageBootstrap bootstrap = new ImageBootstrap(IMAGES, 2000, 1);

    @Test
    void interval_ofAConstant_isThatConstant() {
        assertThat(bootstrap.interval(times -> OptionalDouble.of(0.5))).hasValue(new Interval(0.5, 0.5, 0.5));
    }

    /** The standard error of a share of 1/4 over 400 images is sqrt(1/4 x 3/4 / 400) = 0.02165, times 1.96 is 0.0424. */
    @Test
    void interval_ofAShare_isThatOfTheNormalDistribution() {
        Interval interval = bootstrap.interval(ImageBootstrapTest::quarter).orElseThrow();
        assertThat(interval.value()).isEqualTo(0.25);
        assertThat(interval.low()).isCloseTo(0.25 - 0.0424, within(0.005));
        assertThat(interval.high()).isCloseTo(0.25 + 0.0424, within(0.005));
    }

    @Test
    void interval_withTheSameSeed_isTheSame() {
        assertThat(bootstrap.interval(ImageBootstrapTest::meanImage))
                .isEqualTo(bootstrap.interval(ImageBootstrapTest::meanImage));
        assertThat(new ImageBootstrap(IMAGES, 2000, 2).interval(ImageBootstrapTest::meanImage))
                .isNotEqualTo(bootstrap.interval(ImageBootstrapTest::meanImage));
    }

    @Test
    void interval_eachResample_drawsAsManyImagesAsThereAre() {
        bootstrap.interval(times -> {
            assertThat(Arrays.stream(times).sum()).isEqualTo(IMAGES);
            return OptionalDouble.of(0);
        });
    }

    @Test
    void interval_ofNoFigure_isAbsent() {
        assertThat(bootstrap.interval(times -> OptionalDouble.empty())).isEmpty();
    }

    @Test
    void images_ofNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageBootstrap(0, 10, 1))
                .withMessage("expected at least one image and one resample, got 0 and 10");
    }

    /** The share of the first hundred images among those drawn. */
    private static OptionalDouble quarter(int[] times) {
        return OptionalDouble.of(Arrays.stream(times).limit(100).sum() / (double) IMAGES);
    }

    private static OptionalDouble meanImage(int[] times) {
        return IntStream.range(0, IMAGES).map(i -> times[i] * i).average();
    }
}
