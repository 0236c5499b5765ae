package dev.sightline.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    private static final int LABELS = 4;

    /** Probabilities 3/4 and 1/2: the mean of ln(4/3) and ln 2. */
    @Test
    void negativeLogLikelihood_ofTwoImages_isTheMeanOfTheirLogarithms() {
        float[][] logits = {{(float) Math.log(3), 0}, {5, 5}};
        double expected = (Math.log(4.0 / 3) + Math.log(2)) / 2;
        assertThat(Temperature.negativeLogLikelihood(logits, new int[] {0, 1})).isCloseTo(expected, within(1e-6));
    }

    @Test
    void negativeLogLikelihood_ofHugeLogits_staysFinite() {
        float[][] logits = {{10_000, -10_000}};
        assertThat(Temperature.negativeLogLikelihood(logits, new int[] {1})).isCloseTo(20_000, within(1e-6));
    }

    /** With one right and one wrong answer of four at a gap of 2, three quarters is the honest confidence: 2 / T = ln 3. */
    @Test
    void fit_ofThreeRightInFour_makesConfidenceThreeQuarters() {
        float[][] logits = {{2, 0}, {2, 0}, {2, 0}, {2, 0}};
        Temperature fitted = Temperature.fit(logits, new int[] {0, 0, 0, 1});
        assertThat(fitted.value()).isCloseTo(2 / Math.log(3), within(1e-4));
    }

    @Test
    void fit_ofLabelsDrawnAtAKnownTemperature_recoversIt() {
        for (double known : new double[] {0.5, 1, 2.5}) {
            Drawn drawn = drawn(known, 20_000);
            assertThat(Temperature.fit(drawn.logits(), drawn.labels()).value()).isCloseTo(known, within(0.05 * known));
        }
    }

    @Test
    void fit_neverGivesAWorseLikelihoodThanItsNeighbours() {
        Drawn drawn = drawn(1.7, 500);
        double fitted = Temperature.fit(drawn.logits(), drawn.labels()).value();
        double best = likelihoodAt(fitted, drawn);
        assertThat(best).isLessThanOrEqualTo(likelihoodAt(fitted * 1.05, drawn));
        assertThat(best).isLessThanOrEqualTo(likelihoodAt(fitted / 1.05, drawn));
        assertThat(best).isLessThanOrEqualTo(likelihoodAt(1, drawn));
    }

    @Test
    void fit_ofLogitsTimesTen_isTenTimesAsHigh() {
        Drawn drawn = drawn(1.2, 500);
        double fitted = Temperature.fit(drawn.logits(), drawn.labels()).value();
        float[][] hotter = new LinearHead(identity(10), new float[LABELS]).apply(drawn.logits());
        assertThat(Temperature.fit(hotter, drawn.labels()).value()).isCloseTo(10 * fitted, within(1e-3));
    }

    @Test
    void foldInto_dividesLogitsAndKeepsTheirOrder() {
        var head = new LinearHead(new float[][] {{1, 2}, {-3, 0.5f}, {0, 0}}, new float[] {0.25f, -1, 4});
        float[] features = {2, -6};
        float[] folded = new Temperature(2.5).foldInto(head).apply(features);
        float[] plain = head.apply(features);
        for (int o = 0; o < plain.length; o++) {
            assertThat(folded[o]).isCloseTo(plain[o] / 2.5f, within(1e-5f));
        }
        assertThat(Softmax.surest(folded)).isEqualTo(Softmax.surest(plain)).isEqualTo(2);
    }

    @Test
    void temperature_ofZero_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Temperature(0))
                .withMessage("expected a temperature > 0, got 0.0");
    }

    @Test
    void fit_ofNoImages_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.fit(new float[0][], new int[0]))
                .withMessageContaining("at least one, got 0 and 0");
    }

    private static double likelihoodAt(double temperature, Drawn drawn) {
        float[][] scaled = new Temperature(temperature)
                .foldInto(new LinearHead(identity(1), new float[LABELS]))
                .apply(drawn.logits());
        return Temperature.negativeLogLikelihood(scaled, drawn.labels());
    }

    private static float[][] identity(float diagonal) {
        float[][] weight = new float[LABELS][LABELS];
        for (int o = 0; o < LABELS; o++) {
            weight[o][o] = diagonal;
        }
        return weight;
    }

    /** Labels drawn with the probabilities that these logits have at a temperature. */
    private static Drawn drawn(double temperature, int images) {
        Random random = new Random(4);
        float[][] logits = new float[images][LABELS];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < LABELS; label++) {
                logits[i][label] = (float) (2 * random.nextGaussian());
                double gumbel = logits[i][label] / temperature - Math.log(-Math.log(random.nextDouble()));
                if (gumbel > best) {
                    best = gumbel;
                    labels[i] = label;
                }
            }
        }
        return new Drawn(logits, labels);
    }

    @SuppressWarnings("ArrayRecordComponent") // read here only
    private record Drawn(float[][] logits, int[] labels) {}
}
