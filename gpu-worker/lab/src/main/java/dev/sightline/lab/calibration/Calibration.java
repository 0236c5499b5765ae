package dev.sightline.lab.calibration;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.Rotation;
import java.util.Arrays;
import java.util.Optional;

/**
 * What binarizer to fit: {@code method}, for vectors of {@code dimensions} features, to {@code bits} bits; {@code seed} of the
 * rotation, of no effect without one.
 *
 * <p>One pass over the sample; memory is bounded by the number of bits, whatever the size of the sample (about 20 kB per median).
 *
 * @throws IllegalArgumentException if bits is not a positive multiple of 8, or differs from the dimensions without a rotation
 */
public record Calibration(BinarizerMethod method, int dimensions, int bits, long seed) {

    /** The fewest vectors that say anything about a median. */
    public static final int FEWEST = 16;

    public Calibration {
        if (bits < 8 || bits % 8 != 0) {
            throw new IllegalArgumentException("expected a positive multiple of 8 bits, got " + bits);
        }
        if (method != BinarizerMethod.ROTATION && bits != dimensions) {
            throw new IllegalArgumentException("expected as many bits as dimensions with method %s, got %d and %d"
                    .formatted(method.slug(), bits, dimensions));
        }
    }

    /** A binarizer of one bit per feature. */
    public static Calibration of(BinarizerMethod method, int dimensions) {
        return new Calibration(method, dimensions, dimensions, 0);
    }

    /** A binarizer of any number of bits. */
    public static Calibration rotation(int dimensions, int bits, long seed) {
        return new Calibration(BinarizerMethod.ROTATION, dimensions, bits, seed);
    }

    /**
     * The binarizer that fits all rows of a table.
     *
     * @throws IllegalArgumentException as {@link #fit(String, Iterable)}
     */
    public Binarizer fit(FeatureTable table) {
        return fit(table.layer(), Arrays.asList(table.rows())).toBinarizer();
    }

    /**
     * The binarizer that fits the raw features of a layer, as it is written beside a model.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST} rows, all rows are the same, one has another number
     *     of features, or one is not finite
     */
    public BinarizerFile fit(String layer, Iterable<float[]> rows) {
        Rotation rotation = method == BinarizerMethod.ROTATION ? new Rotation(dimensions, bits, seed) : null;
        Thresholds thresholds = Thresholds.of(method, bits);
        Sample sample = new Sample(dimensions);
        for (float[] row : rows) {
            sample.add(row);
            thresholds.add(rotation == null ? row : rotation.rotate(row));
        }
        sample.requireUsable();
        ModelRef unnamed = ModelRef.builtIn("unnamed", "1", "named by its file");
        return BinarizerFile.of(
                method,
                layer,
                Optional.ofNullable(rotation)
                        .map(turned -> new Binarizer(unnamed, turned, thresholds.fitted()))
                        .orElseGet(() -> new Binarizer(unnamed, thresholds.fitted())));
    }
}
