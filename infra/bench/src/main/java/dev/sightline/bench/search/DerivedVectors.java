package dev.sightline.bench.search;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Any number of feature vectors, made of a few real ones, since random vectors are all equally far from each other, which real ones are not.
 *
 * <p>Vector i is a mixture of two real ones: {@code (1 - w) a + w b} with w even in 0..0.5, each feature then multiplied by {@code exp(0.3
 * g)}, g normally distributed. Zeros that both have stay zero, as after ReLU. The same real vectors, seed and i give the same floats. Safe
 * for all threads.
 *
 * <p>What this is good for: latencies, sizes and recall at a size that the corpus does not have. It says nothing about how good the
 * features are.
 *
 * @throws IllegalArgumentException if there are fewer than two real vectors
 */
public record DerivedVectors(List<float[]> real, long seed) {

    private static final long INDEXED_SEED = 1;
    private static final long ASKED_SEED = 2;
    private static final double LARGEST_SHARE = 0.5;
    private static final double NOISE = 0.3;

    public DerivedVectors {
        real = List.copyOf(real);
        if (real.size() < 2) {
            throw new IllegalArgumentException("expected at least 2 real vectors, got " + real.size());
        }
    }

    /** Those that every benchmark indexes. */
    public static DerivedVectors indexed(List<float[]> real) {
        return new DerivedVectors(real, INDEXED_SEED);
    }

    /** Those that every benchmark asks for: none is indexed. */
    public static DerivedVectors asked(List<float[]> real) {
        return new DerivedVectors(real, ASKED_SEED);
    }

    /** The features of vector i, 0 and up. */
    public float[] vector(int i) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
        float[] first = real.get(random.nextInt(real.size()));
        float[] second = real.get(random.nextInt(real.size()));
        double share = random.nextDouble(LARGEST_SHARE);
        float[] derived = new float[first.length];
        for (int feature = 0; feature < derived.length; feature++) {
            double mixed = (1 - share) * first[feature] + share * second[feature];
            derived[feature] = mixed == 0 ? 0 : (float) (mixed * Math.exp(NOISE * random.nextGaussian()));
        }
        return derived;
    }
}
