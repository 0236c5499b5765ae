package dev.sightline.testkit;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.IndexGeneration;
import dev.sightline.index.IndexedImage;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets something else happen before each bulk reaches the index, as if another instance were quicker, and counts the bulks. */
public final class InterruptedIndex implements ImageIndex {

    private final ImageIndex index;
    private final Runnable interruption;
    private int bulks;

    public InterruptedIndex(ImageIndex index, Runnable interruption) {
        this.index = index;
        this.interruption = interruption;
    }

    /** How many bulks there were so far. */
    public int bulks() {
        return bulks;
    }

    @Override
    public Map<ImageSignature, SightlineException> write(List<IndexedImage> images) {
        bulks++;
        interruption.run();
        return index.write(images);
    }

    @Override
    public Map<ImageSignature, SightlineException> delete(Set<ImageSignature> signatures) {
        bulks++;
        interruption.run();
        return index.delete(signatures);
    }

    @Override
    public Set<IndexGeneration> generations() {
        return index.generations();
    }
}
