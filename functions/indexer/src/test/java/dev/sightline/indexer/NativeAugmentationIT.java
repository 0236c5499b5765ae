package dev.sightline.indexer;

import dev.sightline.events.BoardRecord;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PinRecord;
import dev.sightline.testkit.NativeAugmentationContract;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;

class NativeAugmentationIT extends NativeAugmentationContract {

    /** What the queue brings, and what lies in S3 of an image, its pins and their boards. */
    @Override
    protected Collection<? extends Type> json() {
        return List.of(IndexMessage.class, FeatureRecord.class, PinRecord.class, BoardRecord.class);
    }
}
