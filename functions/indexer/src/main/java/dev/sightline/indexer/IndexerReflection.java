package dev.sightline.indexer;

import dev.sightline.events.AnalysisFailed;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.events.ImageAnalyzed;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PinRecord;
import dev.sightline.events.PurgeDue;
import dev.sightline.events.SourceVersion;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SalientColor;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads by reflection, for the native image; without an entry the image builds, and each message fails. */
@RegisterForReflection(
        targets = {
            IndexMessage.class,
            IndexEvent.class,
            ImageAnalyzed.class,
            ImageRejected.class,
            AnalysisFailed.class,
            ImageRemoved.class,
            CatalogueChanged.class,
            PurgeDue.class,
            SourceVersion.class,
            FeatureRecord.class,
            ImageAnalysis.class,
            AnalyzedObject.class,
            DetectedObject.class,
            Embedding.class,
            Frame.class,
            Label.class,
            ModelSet.class,
            ModelRef.class,
            NormalizedBox.class,
            PinRecord.class,
            BoardRecord.class,
            SalientColor.class
        },
        classNames = {
            "dev.sightline.events.EventJson$IndexMessageType",
            "dev.sightline.events.EventJson$WithoutNulls",
            "org.eclipse.parsson.JsonProviderImpl",
            "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider"
        })
final class IndexerReflection {

    private IndexerReflection() {}
}
