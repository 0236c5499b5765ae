package dev.sightline.ingest;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson writes by reflection, for the native image; without an entry the image builds, and each message fails. */
@RegisterForReflection(
        targets = {
            AnalysisRequested.class,
            IndexMessage.class,
            IndexEvent.class,
            ImageRejected.class,
            ImageRemoved.class,
            SourceVersion.class,
            ImageAnalyzed.class,
            AnalysisFailed.class,
            CatalogueChanged.class,
            PurgeDue.class,
            ModelSet.class,
            ModelRef.class
        },
        classNames = {
            "dev.sightline.events.EventJson$IndexMessageType",
            "dev.sightline.events.EventJson$WithoutNulls",
            "org.eclipse.parsson.JsonProviderImpl",
            "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider"
        })
final class IngestReflection {

    private IngestReflection() {}
}
