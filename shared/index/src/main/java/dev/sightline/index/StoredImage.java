package dev.sightline.index;

import dev.sightline.events.Frame;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SalientColor;
import java.time.Instant;
import java.util.List;

/** An image in the index, without its dense vector. {@code binary} tells near-duplicates among results. */
public record StoredImage(
        ImageSignature signature,
        ModelSetId modelSet,
        List<String> keys,
        Frame frame,
        List<Label> labels,
        List<SalientColor> colors,
        BinaryEmbedding binary,
        Instant indexedAt) {

    public StoredImage {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
        colors = List.copyOf(colors);
    }

    /** What was written at each of its saves. */
    public List<ImageText> texts() {
        return keys.stream().map(ImageText::ofKey).distinct().toList();
    }
}
