package dev.sightline.index;

import dev.sightline.events.Frame;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import java.time.Instant;
import java.util.List;

/** An image in the index, without its vectors. */
public record StoredImage(
        ImageSignature signature,
        ModelSetId modelSet,
        List<String> keys,
        Frame frame,
        List<Label> labels,
        Instant indexedAt) {

    public StoredImage {
        keys = List.copyOf(keys);
        labels = List.copyOf(labels);
    }
}
