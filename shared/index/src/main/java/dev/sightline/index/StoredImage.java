package dev.sightline.index;

import dev.sightline.events.Frame;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SalientColor;
import java.time.Instant;
import java.util.List;

/**
 * An image in the index, without its dense vector. {@code binary} tells near-duplicates among results; {@code written} is what people wrote
 * where they saved it.
 */
public record StoredImage(
        ImageSignature signature,
        ModelSetId modelSet,
        List<String> keys,
        Frame frame,
        List<Label> labels,
        List<SalientColor> colors,
        BinaryEmbedding binary,
        ImageTexts written,
        Instant indexedAt) {

    public StoredImage {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
        colors = List.copyOf(colors);
    }

    /** An image that is on no board. */
    public StoredImage(
            ImageSignature signature,
            ModelSetId modelSet,
            List<String> keys,
            Frame frame,
            List<Label> labels,
            List<SalientColor> colors,
            BinaryEmbedding binary,
            Instant indexedAt) {
        this(signature, modelSet, keys, frame, labels, colors, binary, ImageTexts.ofKeys(keys), indexedAt);
    }

    /** What was written at each of its saves. */
    public List<ImageText> texts() {
        return written.texts();
    }

    /** What the texts of its pins come down to, those of most pins first; none if it is on no board. */
    public List<TextAnnotation> annotations() {
        return written.annotations();
    }
}
