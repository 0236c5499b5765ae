package dev.sightline.visual;

/**
 * Both forms of what an embedder sees in one image, object or crop: the binary one finds candidates, the dense one orders them.
 */
public record Embedding(DenseEmbedding dense, BinaryEmbedding binary) {}
