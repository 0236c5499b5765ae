package dev.sightline.bench.search;

import dev.sightline.visual.BinaryEmbedding;
import java.nio.ByteBuffer;

/** Codes in one array of longs, of which the nearest are found by comparing them all: the limit of an exact search. Not thread-safe while it is filled. */
final class MemoryScan {

    private final int longs;
    private final long[] codes;
    private int size;

    MemoryScan(int bits, int capacity) {
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

    /** The places of the nearest {@code k} codes, nearest first, of equally near ones the earlier. */
    int[] nearest(BinaryEmbedding code, int k) {
        long[] query = longs(code);
        Nearest nearest = new Nearest(k);
        for (int i = 0; i < size; i++) {
            int distance = 0;
            for (int j = 0; j < longs; j++) {
                distance += Long.bitCount(codes[i * longs + j] ^ query[j]);
            }
            nearest.offer(i, -distance);
        }
        return nearest.places();
    }
}
