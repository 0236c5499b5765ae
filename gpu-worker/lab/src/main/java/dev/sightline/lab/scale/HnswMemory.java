package dev.sightline.lab.scale;

/**
 * What a graph (HNSW) takes in memory, by the formulas that OpenSearch publishes. Symbols: d = dimensions of a vector, for binary ones
 * its bits; m = links of an element; the result is bytes a vector, of one copy.
 *
 * <p>Binary: {@code 1.1 * (d / 8 + 8 * m)}, in its documentation "Memory-optimized vectors", section "HNSW memory estimation" of binary
 * vectors. Float: {@code 1.1 * (4 * d + 8 * m)}, in "Methods and engines", section "HNSW memory estimation".
 */
public final class HnswMemory {

    private static final double OVERHEAD = 1.1;
    private static final int BYTES_PER_FLOAT = 4;
    private static final int BYTES_PER_LINK = 8;
    private static final int BITS_PER_BYTE = 8;

    private HnswMemory() {}

    /** Of codes of so many bits. */
    public static double binaryBytes(double bits, double links) {
        return OVERHEAD * (bits / BITS_PER_BYTE + BYTES_PER_LINK * links);
    }

    /** Of float vectors of so many dimensions. */
    public static double floatBytes(double dimensions, double links) {
        return OVERHEAD * (BYTES_PER_FLOAT * dimensions + BYTES_PER_LINK * links);
    }
}
