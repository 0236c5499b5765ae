package dev.sightline.testkit;

import dev.sightline.index.IndexShape;
import dev.sightline.index.KnnMode;

/** The same contract, with images spread over shards: what is near, and in which order, does not depend on where it lies. */
class OpenSearchShardedIndexIT extends OpenSearchVisualIndexIT {

    @Override
    IndexShape shape() {
        return new IndexShape(KnnMode.EXACT, 3);
    }
}
