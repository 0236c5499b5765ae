package dev.sightline.ingest;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.SourceVersion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson writes by reflection, for the native image; without an entry the image builds, and each message fails. */
@RegisterForReflection(
        targets = {
            AnalysisRequested.class,
            IndexMessage.class,
            IndexEvent.class,
            ImageRejected.class,
            ImageRemoved.class,
            SourceVersion.class
        },
        classNames = "dev.sightline.events.EventJson$IndexMessageType")
final class IngestReflection {

    private IngestReflection() {}
}
