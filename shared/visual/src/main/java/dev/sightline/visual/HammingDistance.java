package dev.sightline.visual;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Number of bits in which two codes of equal length differ, 0..bits, smaller is nearer. A metric.
 *
 * <p>Paper: the distance of binarized features. Limits are given as a fraction of the bits, so that they outlive a model.
 */
public final class HammingDistance {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private HammingDistance() {}

    /**
     * The number of differing bits.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static int between(BinaryEmbedding a, BinaryEmbedding b) {
        byte[] left = a.packed();
        byte[] right = b.packed();
        if (left.length != right.length) {
            throw new IllegalArgumentException("expected %d bits, got %d".formatted(a.bits(), b.bits()));
        }
        int distance = 0;
        int i = 0;
        for (; i + Long.BYTES <= left.length; i += Long.BYTES) {
            distance += Long.bitCount((long) LONGS.get(left, i) ^ (long) LONGS.get(right, i));
        }
        for (; i < left.length; i++) {
            distance += Integer.bitCount((left[i] ^ right[i]) & 0xFF);
        }
        return distance;
    }

    /** The share of differing bits, 0..1. */
    public static double fraction(BinaryEmbedding a, BinaryEmbedding b) {
        return (double) between(a, b) / a.bits();
    }
}
