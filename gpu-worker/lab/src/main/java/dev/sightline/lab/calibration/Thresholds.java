package dev.sightline.lab.calibration;

import dev.sightline.visual.BinarizerMethod;

/** Thresholds in the making: sees each vector of a sample once, and keeps none. Not thread-safe: it is added to. */
interface Thresholds {

    /** Takes one vector of the sample into account. */
    void add(float[] values);

    /** One threshold per value, of what was added so far; at least one vector must have been. */
    float[] fitted();

    /** The thresholds of a method, for vectors of {@code length} values. */
    static Thresholds of(BinarizerMethod method, int length) {
        return switch (method) {
            case ZERO -> new ZeroThresholds(length);
            case MEAN -> new MeanThresholds(length);
            case MEDIAN, ROTATION -> new MedianThresholds(length);
        };
    }

    /** Zeros, whatever the sample. */
    record ZeroThresholds(int length) implements Thresholds {
        @Override
        public void add(float[] values) {
            // Nothing depends on the sample.
        }

        @Override
        public float[] fitted() {
            return new float[length];
        }
    }
}
