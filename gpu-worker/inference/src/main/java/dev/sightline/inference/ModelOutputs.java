package dev.sightline.inference;

import java.util.List;

/** The tensors that a model gives, by name: those of an embedder or those of a detector. */
public sealed interface ModelOutputs {

    /** {@code n} values per image: raw features, or the probability of each label. */
    record VectorOutput(String name, int dimensions) {}

    /** Features and class probabilities of one image. */
    record EmbeddingOutputs(VectorOutput embedding, VectorOutput probabilities) implements ModelOutputs {}

    /**
     * What {@link NanoDetDecoder} reads: per level the scores and distances of each cell; {@code bins} values per distance; {@code
     * applySigmoid} if the scores are logits.
     */
    record NanoDetOutputs(List<Level> levels, int bins, boolean applySigmoid) implements ModelOutputs {
        public NanoDetOutputs {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A grid of cells, {@code stride} pixels apart, row by row: {@code scores} holds one value per label and cell, {@code distances}
     * four distributions (left, top, right, bottom) per cell.
     */
    record Level(int stride, String scores, String distances) {}
}
