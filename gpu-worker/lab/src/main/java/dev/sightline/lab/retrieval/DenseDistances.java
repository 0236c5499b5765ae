package dev.sightline.lab.retrieval;

/**
 * Distances between rows of floats. Sums in four parts, since a single running sum waits for each addition.
 *
 * <p>Paper: L1 and L2 on raw features. Cosine is ours: one minus the dot product of rows of unit length.
 */
final class DenseDistances implements Distances {

    private static final int PARTS = 4;

    private final float[][] rows;
    private final Norm norm;

    private DenseDistances(float[][] rows, Norm norm) {
        this.rows = rows;
        this.norm = norm;
    }

    /** How two rows are compared. */
    enum Norm {
        /** The square of the Euclidean distance, which orders as the distance itself. */
        L2 {
            @Override
            float of(float[] a, float[] b) {
                float[] sums = new float[PARTS];
                int i = 0;
                for (; i + PARTS <= a.length; i += PARTS) {
                    for (int part = 0; part < PARTS; part++) {
                        float difference = a[i + part] - b[i + part];
                        sums[part] += difference * difference;
                    }
                }
                for (; i < a.length; i++) {
                    sums[0] += (a[i] - b[i]) * (a[i] - b[i]);
                }
                return sum(sums);
            }
        },
        /** The sum of absolute differences. */
        L1 {
            @Override
            float of(float[] a, float[] b) {
                float[] sums = new float[PARTS];
                int i = 0;
                for (; i + PARTS <= a.length; i += PARTS) {
                    for (int part = 0; part < PARTS; part++) {
                        sums[part] += Math.abs(a[i + part] - b[i + part]);
                    }
                }
                for (; i < a.length; i++) {
                    sums[0] += Math.abs(a[i] - b[i]);
                }
                return sum(sums);
            }
        },
        /** One minus the cosine. */
        COSINE {
            @Override
            float of(float[] a, float[] b) {
                float[] sums = new float[PARTS];
                int i = 0;
                for (; i + PARTS <= a.length; i += PARTS) {
                    for (int part = 0; part < PARTS; part++) {
                        sums[part] += a[i + part] * b[i + part];
                    }
                }
                for (; i < a.length; i++) {
                    sums[0] += a[i] * b[i];
                }
                return 1 - sum(sums);
            }
        };

        abstract float of(float[] a, float[] b);

        private static float sum(float[] sums) {
            return sums[0] + sums[1] + (sums[2] + sums[3]);
        }
    }

    /** The distances between raw rows; for the cosine copies of unit length are made. A row of zeros is at distance 1 from all. */
    static DenseDistances of(float[][] raw, Norm norm) {
        if (norm != Norm.COSINE) {
            return new DenseDistances(raw, norm);
        }
        float[][] units = new float[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            units[i] = unit(raw[i]);
        }
        return new DenseDistances(units, norm);
    }

    private static float[] unit(float[] raw) {
        double squares = 0;
        for (float value : raw) {
            squares += (double) value * value;
        }
        float[] unit = new float[raw.length];
        double norm = Math.sqrt(squares);
        for (int i = 0; i < raw.length && norm > 0; i++) {
            unit[i] = (float) (raw[i] / norm);
        }
        return unit;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public void from(int query, float[] distances) {
        for (int i = 0; i < rows.length; i++) {
            distances[i] = norm.of(rows[query], rows[i]);
        }
    }
}
