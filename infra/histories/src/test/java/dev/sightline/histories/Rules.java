package dev.sightline.histories;

import dev.sightline.index.ImageIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.testkit.InMemorySourceRegistry;

/** What a run may be given another form of, to see that the histories notice; as it stands, everything is as it should be. */
interface Rules {

    /** The sequencer under which the handlers see an event. */
    default String sequencer(String ofTheBucket) {
        return ofTheBucket;
    }

    /** The sources as all instances see them. */
    default SourceRegistry registry(InMemorySourceRegistry registry) {
        return registry;
    }

    /** The sources as one instance sees them. */
    default SourceRegistry registryOfOneInstance(SourceRegistry registry) {
        return registry;
    }

    /** The index as one instance sees it. */
    default ImageIndex index(ImageIndex index) {
        return index;
    }

    /**
     * Whether a message comes again although a copy of it was deleted while an indexer held it that failed after it had written. So it is
     * in every run but the one that shows why: see {@link KnownLimitTest}.
     */
    default boolean messageOutlivesItsCopy() {
        return true;
    }
}
