package dev.sightline.index;

import dev.sightline.visual.ImageSignature;
import java.time.Instant;
import java.util.List;

/** What the document of an image says of where it came from: the S3 keys, and when it was written. */
public record InventoriedImage(ImageSignature signature, List<String> keys, Instant indexedAt) {

    public InventoriedImage {
        keys = List.copyOf(keys);
    }
}
