package dev.sightline.lab.retrieval;

import dev.sightline.visual.Binarizer;
import java.nio.ByteBuffer;

/** Hamming distances between codes, each in as many longs as its bits fill. */
final class HammingDistances implements Distances {

    private final long[][] codes;

    private HammingDistances(long[][] codes) {
        this.codes = codes;
    }

    /** The codes of raw rows. */
    static HammingDistances of(Binarizer binarizer, float[][] raw) {
        long[][] codes = new long[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            codes[i] = packed(binarizer.binarize(raw[i]).toPacked());
        }
        return new HammingDistances(codes);
    }

    private static long[] packed(byte[] bytes) {
        int longs = (bytes.length + Long.BYTES - 1) / Long.BYTES;
        long[] code = new long[longs];
        ByteBuffer.allocate(longs * Long.BYTES)
                .put(bytes)
                .rewind()
                .asLongBuffer()
                .get(code);
        return code;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public void from(int query, float[] distances) {
        long[] own = codes[query];
        for (int i = 0; i < codes.length; i++) {
            int distance = 0;
            for (int word = 0; word < own.length; word++) {
                distance += Long.bitCount(own[word] ^ codes[i][word]);
            }
            distances[i] = distance;
        }
    }
}
