package dev.sightline.bench.search;

import dev.sightline.visual.BinaryEmbedding;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Codes in one array of longs, of which the nearest are found by comparing them all: the limit of an exact search. Not thread-safe while it is filled. */
final class MemoryScan {

    private final int bits;
    private final int longs;
    private final long[] codes;
    private int size;

    MemoryScan(int bits, int capacity) {
        this.bits = bits;
        longs = Math.ceilDiv(bits, Long.SIZE);
        codes = new long[Math.multiplyExact(longs, capacity)];
    }

    void add(BinaryEmbedding code) {
        System.arraycopy(longs(code), 0, codes, size * longs, longs);
        size++;
    }

    private long[] longs(BinaryEmbedding code) {
        ByteBuffer packed = ByteBuffer.allocate(longs * Long.BYTES).put(code.toPacked());
        long[] query = new long[longs];
        packed.clear().asLongBuffer().get(query);
        return query;
    }

    int bits() {
        return bits;
    }

    /** How many codes it holds. */
    int size() {
        return size;
    }

    /** The code at a place. */
    BinaryEmbedding code(int place) {
        ByteBuffer packed = ByteBuffer.allocate(longs * Long.BYTES);
        packed.asLongBuffer().put(codes, place * longs, longs);
        return BinaryEmbedding.ofPacked(Arrays.copyOf(packed.array(), bits / Byte.SIZE));
    }

    /** The Hamming distance of the code at a place. */
    int distance(BinaryEmbedding code, int place) {
        return distance(longs(code), place);
    }

    private int distance(long[] query, int place) {
        int distance = 0;
        for (int j = 0; j < longs; j++) {
            distance += Long.bitCount(codes[place * longs + j] ^ query[j]);
        }
        return distance;
    }

    /** The places of the nearest {@code k} codes, nearest first, of equally near ones the earlier. */
    int[] nearest(BinaryEmbedding code, int k) {
        long[] query = longs(code);
        Nearest nearest = new Nearest(k);
        for (int i = 0; i < size; i++) {
            nearest.offer(i, -distance(query, i));
        }
        return nearest.places();
    }
}
