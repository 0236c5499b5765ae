package dev.sightline.lab.training;

import java.util.Arrays;

/** Logits to probabilities, computed so that no exponential overflows. */
final class Softmax {

    private Softmax() {}

    /** The probabilities, 0..1, sum 1, in the order of the logits. */
    static double[] of(float[] logits) {
        double most = most(logits);
        double[] shares = new double[logits.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logits[i] - most);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The natural logarithm of one label's probability, with the logits first multiplied by {@code factor}. */
    static double logProbability(float[] logits, int label, double factor) {
        double most = most(logits);
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(factor * (logit - most));
        }
        return factor * (logits[label] - most) - Math.log(sum);
    }

    /** The position of the largest value; the first of equal ones. */
    static int surest(float[] logits) {
        int surest = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[surest]) {
                surest = i;
            }
        }
        return surest;
    }

    private static double most(float[] logits) {
        return logits[surest(logits)];
    }
}
