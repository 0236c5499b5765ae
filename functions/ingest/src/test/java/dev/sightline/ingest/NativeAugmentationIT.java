package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.IndexMessage;
import dev.sightline.testkit.NativeAugmentationContract;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;

class NativeAugmentationIT extends NativeAugmentationContract {

    /** What the two queues get; the bucket's notices are read as trees. */
    @Override
    protected Collection<? extends Type> json() {
        return List.of(AnalysisRequested.class, IndexMessage.class);
    }
}
