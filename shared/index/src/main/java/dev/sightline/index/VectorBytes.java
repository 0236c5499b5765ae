package dev.sightline.index;

/**
 * What the vectors of an index take on disk, measured: {@code binary} is what the Hamming stage reads, {@code dense} what the exact
 * order is computed from; bytes of the files that hold vectors, without the JSON that is kept beside them.
 */
public record VectorBytes(long binary, long dense) {}
