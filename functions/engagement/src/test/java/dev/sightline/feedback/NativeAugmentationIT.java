package dev.sightline.feedback;

import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.Erasure;
import dev.sightline.testkit.NativeAugmentationContract;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;

class NativeAugmentationIT extends NativeAugmentationContract {

    /** What the queue brings, which holds the lines of the log, and what lies in S3 beside the log. */
    @Override
    protected Collection<? extends Type> json() {
        return List.of(EngagementMessage.class, Erasure.class, DayRollUp.class);
    }

    @Override
    protected boolean sendsSpans() {
        return false;
    }
}
