package dev.sightline.lab.training;

/**
 * Temperature scaling: logits are divided by one positive number, so that confidence means the share of right answers, while no
 * ranking changes.
 *
 * <p>Above 1 the model was too sure, below 1 not sure enough. Fitted by golden-section search for the least mean negative
 * log-likelihood over {@value #LOWEST}..{@value #HIGHEST}, on images that the layer was not trained on. The likelihood is concave in 1 / temperature, so there is one least value.
 *
 * <p>Source: "On Calibration of Modern Neural Networks" (Guo et al., 2017).
 *
 * @throws IllegalArgumentException if it is not positive
 */
public record Temperature(double value) {

    static final double LOWEST = 0.02;
    static final double HIGHEST = 50;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 60;

    public Temperature {
        if (!(value > 0)) {
            throw new IllegalArgumentException("expected a temperature > 0, got " + value);
        }
    }

    /** The best one for these logits, one row per image, whose right labels are given by number. */
    static Temperature fit(float[][] logits, int[] labels) {
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        for (int step = 0; step < STEPS; step++) {
            double span = GOLDEN * (high - low);
            if (at(high - span, logits, labels) <= at(low + span, logits, labels)) {
                high = low + span;
            } else {
                low = high - span;
            }
        }
        return new Temperature(Math.exp((low + high) / 2));
    }

    /**
     * The mean negative log-likelihood of the right labels at temperature 1, in nats, 0 or more, smaller is better.
     *
     * @throws IllegalArgumentException if there is no image, or the counts differ
     */
    static double negativeLogLikelihood(float[][] logits, int[] labels) {
        return at(0, logits, labels);
    }

    /** The layer whose logits are those of the given one at this temperature. */
    public LinearHead foldInto(LinearHead head) {
        return head.times(1 / value);
    }

    private static double at(double logTemperature, float[][] logits, int[] labels) {
        if (logits.length == 0 || logits.length != labels.length) {
            throw new IllegalArgumentException("expected as many labels as rows of logits, at least one, got %d and %d"
                    .formatted(labels.length, logits.length));
        }
        double factor = Math.exp(-logTemperature);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Softmax.logProbability(logits[i], labels[i], factor);
        }
        return sum / labels.length;
    }
}
