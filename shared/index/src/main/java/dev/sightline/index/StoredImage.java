package dev.sightline.index;

import dev.sightline.events.Frame;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SalientColor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * What somebody may see of it; empty if that is nothing. Who does not see all sees no texts either: people wrote them in any collection.
     */
    public Optional<StoredImage> within(AccessScope scope) {
        if (scope.equals(AccessScope.ALL)) {
            return Optional.of(this);
        }
        List<String> visible = scope.visible(keys);
        return visible.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredImage(
                        signature, modelSet, visible, frame, labels, colors, binary, ImageTexts.NONE, indexedAt));
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
