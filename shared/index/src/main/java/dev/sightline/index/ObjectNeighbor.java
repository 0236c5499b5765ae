package dev.sightline.index;

/**
 * An object near a query: {@code hammingDistance} in bits, smaller is nearer; {@code hammingFraction} the same as a share of the bits,
 * 0..1; {@code cosine} -1..1, larger is nearer, which decides the order.
 */
public record ObjectNeighbor(StoredObject object, int hammingDistance, double hammingFraction, double cosine) {}
