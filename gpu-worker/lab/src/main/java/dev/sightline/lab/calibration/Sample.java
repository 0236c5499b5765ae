package dev.sightline.lab.calibration;

import java.util.Arrays;

/** Whether thresholds can be fitted to a sample. Not thread-safe: it is added to. */
final class Sample {

    private final int dimensions;
    private float[] first = {};
    private long size;
    private boolean varied;

    Sample(int dimensions) {
        this.dimensions = dimensions;
    }

    /** Counts a row, and refuses one that no threshold can be compared with. */
    void add(float[] row) {
        if (row.length != dimensions) {
            throw new IllegalArgumentException(
                    "expected %d features, got %d in row %d".formatted(dimensions, row.length, size));
        }
        for (int i = 0; i < row.length; i++) {
            if (!Float.isFinite(row[i])) {
                throw new IllegalArgumentException(
                        "expected finite features, got %s at %d of row %d".formatted(row[i], i, size));
            }
        }
        if (size == 0) {
            first = row.clone();
        }
        varied |= !Arrays.equals(first, row);
        size++;
    }

    void requireUsable() {
        if (size < Calibration.FEWEST) {
            throw new IllegalArgumentException(
                    "expected at least %d images to calibrate on, got %d".formatted(Calibration.FEWEST, size));
        }
        if (!varied) {
            throw new IllegalArgumentException(
                    "expected features that differ between images, got the same %d times".formatted(size));
        }
    }
}
