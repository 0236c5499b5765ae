package dev.sightline.indexer;

import dev.sightline.events.SourceId;
import dev.sightline.index.Release;
import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.visual.ImageSignature;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source after an event of it was recorded: what is stored of it, whether that is what the event says, what the event released, and the images whose documents are to be looked at because of
 * the event, those and the one that it names.
 *
 * <p>The same message touches the same images whenever it comes again, also if its event was overtaken meanwhile: an earlier try may
 * have broken off after it had written what is wrong by now. Hence not the image that the source stands for at this moment, nor what
 * other events released.
 */
record TouchedSource(Source stored, boolean current, Set<Release> releases, Set<ImageSignature> images)
        implements Touched {

    TouchedSource {
        releases = Set.copyOf(releases);
        images = Set.copyOf(images);
    }

    SourceId id() {
        return stored.id();
    }

    static TouchedSource by(Source heard, SourceRegistry.Recording recording) {
        Source stored = recording.source();
        Set<Release> releases = stored.releasedBy(heard);
        Stream<ImageSignature> released = releases.stream().map(Release::signature);
        return new TouchedSource(
                stored,
                recording.current(),
                releases,
                Stream.concat(released, heard.liveSignature().stream()).collect(Collectors.toUnmodifiableSet()));
    }
}
