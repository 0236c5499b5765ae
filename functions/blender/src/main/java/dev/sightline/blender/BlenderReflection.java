package dev.sightline.blender;

import dev.sightline.blender.blend.ResultTag;
import dev.sightline.blender.catalogue.ImageListAnswer;
import dev.sightline.blender.catalogue.ListedImage;
import dev.sightline.blender.feedback.EventBody;
import dev.sightline.blender.feedback.EventsAnswer;
import dev.sightline.blender.feedback.EventsBody;
import dev.sightline.blender.feedback.RejectedEvent;
import dev.sightline.blender.pins.BoardAnswer;
import dev.sightline.blender.pins.BoardBody;
import dev.sightline.blender.pins.BoardsAnswer;
import dev.sightline.blender.pins.PinAnswer;
import dev.sightline.blender.pins.PinBody;
import dev.sightline.blender.pins.PinsAnswer;
import dev.sightline.blender.problem.Problem;
import dev.sightline.blender.receive.BoxBody;
import dev.sightline.blender.receive.FlashlightBody;
import dev.sightline.blender.receive.LensBody;
import dev.sightline.blender.respond.Answer;
import dev.sightline.blender.respond.ImageAnswer;
import dev.sightline.blender.respond.ObjectsAnswer;
import dev.sightline.blender.respond.ResultAnswer;
import dev.sightline.blender.respond.UnderstandingAnswer;
import dev.sightline.blender.status.EngagementAnswer;
import dev.sightline.blender.status.StatusAnswer;
import dev.sightline.blender.understand.HttpQueryAnalyzer;
import dev.sightline.blender.upload.QueryAnswer;
import dev.sightline.blender.upload.QueryBody;
import dev.sightline.blender.upload.UploadAnswer;
import dev.sightline.blender.upload.UploadBody;
import dev.sightline.events.AccessKeyRecord;
import dev.sightline.events.AnalyzedObject;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.BoardRecord;
import dev.sightline.events.DayRollUp;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.EventsReported;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.Frame;
import dev.sightline.events.ImageAnalysis;
import dev.sightline.events.PinRecord;
import dev.sightline.events.RolledUpCount;
import dev.sightline.events.ServedResult;
import dev.sightline.queue.QueueDepth;
import dev.sightline.storage.KeptRequest;
import dev.sightline.visual.BinaryEmbedding;
import dev.sightline.visual.DenseEmbedding;
import dev.sightline.visual.DetectedObject;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SalientColor;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Everything that a native executable reads or writes as JSON, or whose parameters it looks at. */
@RegisterForReflection(
        targets = {
            // Bodies and answers.
            Answer.class,
            BoardAnswer.class,
            BoardBody.class,
            BoardsAnswer.class,
            BoxBody.class,
            EventBody.class,
            EventsAnswer.class,
            EventsBody.class,
            FlashlightBody.class,
            ImageAnswer.class,
            ImageListAnswer.class,
            LensBody.class,
            ListedImage.class,
            ObjectsAnswer.class,
            PinAnswer.class,
            PinBody.class,
            PinsAnswer.class,
            Problem.class,
            QueryAnswer.class,
            QueryBody.class,
            QueueDepth.class,
            RejectedEvent.class,
            ResultAnswer.class,
            ResultTag.class,
            SalientColor.class,
            EngagementAnswer.class,
            EngagementAnswer.Day.class,
            StatusAnswer.class,
            StatusAnswer.Freshness.class,
            UnderstandingAnswer.class,
            UploadAnswer.class,
            UploadBody.class,
            // Records of the catalogue.
            AccessKeyRecord.class,
            BoardRecord.class,
            PinRecord.class,
            // The worker's answers.
            AnalyzedObject.class,
            BinaryEmbedding.class,
            DenseEmbedding.class,
            DetectedObject.class,
            Embedding.class,
            Frame.class,
            HttpQueryAnalyzer.WorkerProblem.class,
            ImageAnalysis.class,
            Label.class,
            ModelRef.class,
            ModelSet.class,
            NormalizedBox.class,
            // Requests that are done once.
            KeptRequest.class,
            KeptRequest.Answer.class,
            // What is staged of a query, and counts of the log.
            DayRollUp.class,
            FeatureRecord.class,
            RolledUpCount.class,
            // Messages to the engagement log.
            AnswerServed.class,
            EngagementEvent.class,
            EngagementMessage.class,
            EventsReported.class,
            ServedResult.class,
            // Operations, whose query parameters are declared by annotations.
            BoardsResource.class,
            EventsResource.class,
            FlashlightResource.class,
            ImagePinsResource.class,
            ImagesResource.class,
            LensResource.class,
            OriginalResource.class,
            PinsResource.class,
            QueriesResource.class,
            EngagementResource.class,
            StatusResource.class,
            ThumbnailResource.class,
            UploadsResource.class,
        },
        classNames = {
            "dev.sightline.events.EventJson$EngagementMessageType",
            "dev.sightline.events.EventJson$WithoutNulls",
            "org.eclipse.parsson.JsonProviderImpl",
            "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider"
        })
final class BlenderReflection {

    private BlenderReflection() {}
}
