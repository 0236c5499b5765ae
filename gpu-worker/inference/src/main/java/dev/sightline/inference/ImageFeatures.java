package dev.sightline.inference;

import dev.sightline.visual.Binarizer;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.Label;
import dev.sightline.visual.SightlineException;
import java.util.List;

/**
 * What an embedder gives for one image: {@code dimensions()} raw floats in the model's order, neither normalised nor binarized, and the
 * surest labels. Immutable, safe for all threads; arrays are copied in and out.
 */
public final class ImageFeatures {

    private final float[] raw;
    private final List<Label> labels;

    public ImageFeatures(float[] raw, List<Label> labels) {
        this.raw = raw.clone();
        this.labels = List.copyOf(labels);
    }

    /** The number of features. */
    public int dimensions() {
        return raw.length;
    }

    /** A copy of the raw features: for calibration. */
    public float[] toArray() {
        return raw.clone();
    }

    /** The surest class names, the surest first. */
    public List<Label> labels() {
        return labels;
    }

    /** Whether the model sees nothing: every feature is zero. */
    public boolean isBlank() {
        for (float value : raw) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Both forms that are stored and searched.
     *
     * @throws SightlineException with {@code NO_FEATURES} if all features are zero, since nothing can be compared with them
     */
    public Embedding toEmbedding(Binarizer binarizer) {
        if (isBlank()) {
            throw new SightlineException(
                    ErrorCode.NO_FEATURES,
                    "expected at least one feature other than zero, got %d zeros".formatted(raw.length));
        }
        return new Embedding(DenseEmbedding.normalized(raw), binarizer.binarize(raw));
    }
}
