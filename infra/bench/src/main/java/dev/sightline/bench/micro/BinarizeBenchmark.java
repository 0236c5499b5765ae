package dev.sightline.bench.micro;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.Rotation;
import java.util.BitSet;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Features into bits: reading them, packing bits that are known, binarizing by thresholds, and after a rotation. */
@State(Scope.Benchmark)
public class BinarizeBenchmark {

    private static final int DIMENSIONS = 1280;
    private static final long SEED = 1;

    private final float[] raw = features();
    private final BitSet bits =
            BitSet.valueOf(new Random(SEED).longs(DIMENSIONS / Long.SIZE).toArray());
    private final Binarizer zero = Binarizer.zero(DIMENSIONS);
    private final Binarizer rotating = new Binarizer(
            ModelRef.builtIn("bench", "1", "rotation"),
            new Rotation(DIMENSIONS, DIMENSIONS, SEED),
            new float[DIMENSIONS]);

    /** Half of them zero, as after ReLU. */
    private static float[] features() {
        Random random = new Random(SEED);
        float[] features = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            features[i] = Math.max(0, (float) random.nextGaussian());
        }
        return features;
    }

    @Benchmark
    public float readFeatures() {
        float sum = 0;
        for (float value : raw) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    public BinaryEmbedding pack() {
        return BinaryEmbedding.ofBits(bits, DIMENSIONS);
    }

    @Benchmark
    public BinaryEmbedding thresholds() {
        return zero.binarize(raw);
    }

    @Benchmark
    public BinaryEmbedding rotation() {
        return rotating.binarize(raw);
    }
}
