package dev.sightline.inference;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tensors that a model gives, by name: those of an embedder, or those of a detector, of which there are three kinds. */
public sealed interface ModelOutputs {

    /** {@code dimensions} values per image. */
    record VectorOutput(String name, int dimensions) {}

    /** Raw features of one layer of the network, for example {@code pooled} or {@code fc6}, in the tensor {@code name}. */
    record LayerOutput(String layer, String name, int dimensions) {}

    /**
     * Layers of one image, and the probability of each label if the model classifies.
     *
     * @throws IllegalArgumentException if a layer is there twice, or {@code embedding} is none of them
     */
    record EmbeddingOutputs(
            List<LayerOutput> layers,
            String embedding,
            @Nullable VectorOutput probabilities) implements ModelOutputs {

        public EmbeddingOutputs {
            layers = List.copyOf(layers);
            if (new HashSet<>(names(layers)).size() < layers.size()) {
                throw new IllegalArgumentException("expected layers of different names, got " + names(layers));
            }
            require(layers, embedding);
        }

        /**
         * The layer of this name.
         *
         * @throws IllegalArgumentException if there is none; the message names those that are there
         */
        public LayerOutput layer(String layer) {
            return require(layers, layer);
        }

        private static LayerOutput require(List<LayerOutput> layers, String layer) {
            return layers.stream()
                    .filter(output -> output.layer().equals(layer))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "expected one of the layers %s, got '%s'".formatted(names(layers), layer)));
        }

        private static List<String> names(List<LayerOutput> layers) {
            return layers.stream().map(LayerOutput::layer).toList();
        }
    }

    /** What a detector gives. */
    sealed interface DetectionOutputs extends ModelOutputs {}

    /**
     * What {@link NanoDetDecoder} reads: per level the scores and distances of each cell; {@code bins} values per distance; {@code
     * applySigmoid} if the scores are logits.
     */
    record NanoDetOutputs(List<Level> levels, int bins, boolean applySigmoid) implements DetectionOutputs {
        public NanoDetOutputs {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A grid of cells, {@code stride} pixels apart, row by row: {@code scores} holds one value per label and cell, {@code distances}
     * four distributions (left, top, right, bottom) per cell.
     */
    record Level(int stride, String scores, String distances) {}

    /**
     * What {@link BoxesDecoder} reads: {@code rows} decoded boxes (0 = any number) in the tensor {@code boxes}, four numbers each.
     *
     * <p>Without {@code classes}, {@code scores} holds one probability per row and label, after {@code firstLabel} columns for the
     * background. With it, one per row, and {@code classes} the number of its class; labels count from {@code firstLabel}. {@code
     * suppressed} if the model has dropped overlapping boxes of one class itself.
     *
     * @throws IllegalArgumentException if {@code rows} is negative or {@code firstLabel} is not 0 or 1
     */
    record BoxesOutputs(
            String boxes,
            BoxForm form,
            String scores,
            @Nullable String classes,
            int rows,
            int firstLabel,
            boolean suppressed)
            implements DetectionOutputs {

        public BoxesOutputs {
            if (rows < 0 || firstLabel < 0 || firstLabel > 1) {
                throw new IllegalArgumentException(
                        "expected rows >= 0 and firstLabel 0 or 1, got %d and %d".formatted(rows, firstLabel));
            }
        }
    }

    /**
     * What {@link AnchorsDecoder} reads: per anchor four differences in the tensor {@code deltas}, and in {@code scores} one value per
     * label, with a column more for the background where there is one.
     *
     * @throws IllegalArgumentException if there are not four variances, or no anchors
     */
    record AnchorsOutputs(
            String deltas,
            String scores,
            Activation activation,
            Background background,
            List<Float> variances,
            List<Anchor> anchors)
            implements DetectionOutputs {

        static final int VARIANCES = 4;

        public AnchorsOutputs {
            variances = List.copyOf(variances);
            anchors = List.copyOf(anchors);
            if (variances.size() != VARIANCES || anchors.isEmpty()) {
                throw new IllegalArgumentException("expected 4 variances and some anchors, got %d and %d"
                        .formatted(variances.size(), anchors.size()));
            }
        }
    }

    /** What makes scores to probabilities: softmax over all columns of a row, sigmoid of each, or nothing. */
    enum Activation {
        SOFTMAX,
        SIGMOID,
        NONE
    }

    /** Which column of the scores belongs to no label. */
    enum Background {
        FIRST,
        LAST,
        NONE
    }

    /** A default box, in fractions of the input frame. */
    record Anchor(float centerX, float centerY, float width, float height) {}
}
