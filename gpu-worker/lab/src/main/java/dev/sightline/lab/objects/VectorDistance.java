package dev.sightline.lab.objects;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.HammingDistance;
import java.util.Locale;

/** How two embeddings are compared; smaller is nearer. */
enum VectorDistance {
    /** 1 - cosine of the dense vectors, 0..2. */
    COSINE,
    /** The share of differing bits, 0..1. */
    HAMMING;

    double between(Embedding a, Embedding b) {
        return switch (this) {
            case COSINE -> 1 - a.dense().cosine(b.dense());
            case HAMMING -> HammingDistance.fraction(a.binary(), b.binary());
        };
    }

    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
