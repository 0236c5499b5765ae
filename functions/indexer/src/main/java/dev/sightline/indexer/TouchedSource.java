package dev.sightline.indexer;

import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.IndexEvent;
import dev.sightline.index.Source;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.Set;

/**
 * A source after an event of it was recorded, and the images whose documents are to be looked at because of the event: the one that
 * the event names, and those that the source released and nobody has looked at since.
 *
 * <p>The same message touches the same images whenever it comes again, also if its event was overtaken meanwhile: an earlier try may
 * have broken off after it had written what is wrong by now. Hence not the image that the source stands for at this moment.
 */
record TouchedSource(Source source, Set<ImageSignature> images) {

    TouchedSource {
        images = Set.copyOf(images);
    }

    static TouchedSource by(IndexEvent event, Source source) {
        Set<ImageSignature> images = new HashSet<>(source.released());
        if (event instanceof ImageAnalyzed analyzed) {
            images.add(analyzed.signature());
        }
        return new TouchedSource(source, images);
    }
}
