package dev.sightline.visual;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * One bit per feature dimension of an image or of one detected object.
 *
 * <p>Length: {@code bits()}, a positive multiple of 8. Bit i is in byte i / 8, most significant first. Compared by {@link
 * HammingDistance}, 0..bits(), smaller is nearer. Immutable, safe for all threads; arrays are copied in and out.
 *
 * <p>Paper: binarized features, 4,096 bits. Differs: the length follows the embedder; thresholds are an artefact ({@link
 * Binarizer}).
 */
public final class BinaryEmbedding {

    private final byte[] packed;

    /** The same bits, the last word filled up with zeros: distances are counted on words. */
    private final long[] words;

    private BinaryEmbedding(byte[] packed) {
        this.packed = packed;
        this.words = new long[Math.ceilDiv(packed.length, Long.BYTES)];
        ByteBuffer.wrap(Arrays.copyOf(packed, words.length * Long.BYTES))
                .asLongBuffer()
                .get(words);
    }

    /**
     * The embedding of {@code packed.length * 8} bits.
     *
     * @throws IllegalArgumentException if the array is empty
     */
    public static BinaryEmbedding ofPacked(byte[] packed) {
        if (packed.length == 0) {
            throw new IllegalArgumentException("expected at least 8 bits, got 0");
        }
        return new BinaryEmbedding(packed.clone());
    }

    /**
     * Packs the first {@code bits} bits of a set.
     *
     * @throws IllegalArgumentException if {@code bits} is not a positive multiple of 8
     */
    public static BinaryEmbedding ofBits(BitSet set, int bits) {
        if (bits <= 0 || bits % 8 != 0) {
            throw new IllegalArgumentException("expected a positive multiple of 8 bits, got " + bits);
        }
        byte[] packed = new byte[bits / 8];
        for (int i = set.nextSetBit(0); i >= 0 && i < bits; i = set.nextSetBit(i + 1)) {
            packed[i / 8] |= (byte) (0x80 >>> (i % 8));
        }
        return new BinaryEmbedding(packed);
    }

    /** The number of bits, a positive multiple of 8. */
    public int bits() {
        return packed.length * 8;
    }

    /** A copy of the packed bytes, {@code bits() / 8} of them. */
    public byte[] toPacked() {
        return packed.clone();
    }

    /** For arithmetic of this package only: not a copy. */
    long[] words() {
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryEmbedding that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "BinaryEmbedding[%d bits]".formatted(bits());
    }
}
