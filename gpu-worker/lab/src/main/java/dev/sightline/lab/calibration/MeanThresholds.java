package dev.sightline.lab.calibration;

/** The mean of each value, from running sums. */
final class MeanThresholds implements Thresholds {

    private final double[] sums;
    private long added;

    MeanThresholds(int length) {
        sums = new double[length];
    }

    @Override
    public void add(float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
        added++;
    }

    @Override
    public float[] fitted() {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / added);
        }
        return means;
    }
}
