package dev.sightline.worker;

import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.inference.InferenceSettings;
import dev.sightline.inference.LabelLimits;
import dev.sightline.inference.ModelNames;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings of the worker; those without a default are required, and missing ones stop the start. */
@ConfigMapping(prefix = "sightline")
public interface WorkerSettings {

    /** The bucket of uploaded images. */
    String imagesBucket();

    /** The bucket of feature records. */
    String featuresBucket();

    /** The queue of requests from ingest. */
    URI analysisQueueUrl();

    /** The queue of reports to the indexer. */
    URI indexQueueUrl();

    /** What holds one folder per model bundle: a folder, or {@code s3://<bucket>/<prefix>}. */
    String models();

    /** The folder in which bundles from S3 are kept for the next start. */
    @WithDefault("/var/cache/sightline/models")
    Path modelsCache();

    /** The folder in {@link #models()} of the detector for indexed images: the fast profile. */
    @WithDefault("nanodet")
    String detector();

    /** The folder in {@link #models()} of the detector for query pixels: the accurate profile; the same as {@link #detector()} if absent. */
    Optional<String> queryDetector();

    /** The embedder's folder in {@link #models()}, with {@code @<layer>} behind it for a layer that its bundle does not choose. */
    @WithDefault("efficientnet-lite0")
    String embedder();

    /** Pictures that the embedder takes at once: an image and its objects. Where memory does not do for them, fewer are tried. */
    @WithDefault("16")
    int embedderBatch();

    /** The model set that the system is switched to: while it is named, every image is analyzed under both. */
    Next next();

    /** Base URL of the collector of spans; without it none are made. */
    Optional<URI> tracesEndpoint();

    /** In which form lines of the log are written. */
    @WithDefault("text")
    LogFormat logFormat();

    /** Where models compute; one that is not there stops the start. */
    @WithDefault("cpu")
    ComputeDevice device();

    /** Larger images are rejected, in bytes. */
    @WithDefault("67108864")
    int maxImageBytes();

    /** The commit that the image was built from, where the build could not see it. */
    @WithDefault("unknown")
    String revision();

    /** How work is spread over threads. */
    Threads threads();

    /** How the analysis queue is read. */
    Queue queue();

    /** What is done about large images. */
    Large large();

    /** When the process starts anew. */
    Memory memory();

    /** Which detections count as objects. */
    Detection detection();

    /** Which class names an image gets. */
    Labels labels();

    /** The models of the next set, as {@link #embedder()} and the others; a part that is absent is that of the current set. */
    interface Next {

        /** The embedder of the next set. */
        Optional<String> embedder();

        /** The detector for indexed images of the next set. */
        Optional<String> detector();

        /** The detector for query pixels of the next set. */
        Optional<String> queryDetector();
    }

    /** Numbers of threads. */
    interface Threads {

        /** Threads inside one run of a model (CPU only). */
        @WithDefault("1")
        int perModel();

        /** Images of the queue in the models at once. */
        @WithDefault("2")
        int analyzers();

        /** Messages of the queue that are handled at once: those beyond {@link #analyzers()} download and decode ahead. */
        @WithDefault("4")
        int handlers();

        /** Query images in the models at once, beside those of the queue. */
        @WithDefault("1")
        int queryAnalyzers();
    }

    /** Times and numbers of the analysis queue. */
    interface Queue {

        /** How long a poll waits for a first message; a worker that stops waits for its end. */
        @WithDefault("5S")
        Duration receiveWait();

        /** Messages that wait for a handler. */
        @WithDefault("6")
        int prefetch();

        /** For how long held messages are hidden from other workers; they are hidden again after a third of it. */
        @WithDefault("2M")
        Duration visibilityTimeout();

        /** When a message that failed comes again; one for which storage did not answer comes later each time, as {@link RetryDelay}. */
        @WithDefault("10S")
        Duration retryDelay();

        /** How much longer each further delay is. */
        @WithDefault("5")
        int retryFactor();

        /** The longest delay. */
        @WithDefault("5M")
        Duration longestRetryDelay();

        /** After how many failures of storage in a row nothing is received for a while, as {@link Outage}. */
        @WithDefault("3")
        int outageFailures();

        /** For how long then. */
        @WithDefault("10S")
        Duration outagePause();

        /** The longest time between two questions whether storage answers again. */
        @WithDefault("2M")
        Duration longestOutagePause();

        /** After how many receives a message goes to the dead-letter queue: as the queue's own policy says. */
        @WithDefault("5")
        int maxReceives();

        /** How long running work may take to finish when the worker stops. */
        @WithDefault("15S")
        Duration stopTimeout();
    }

    /** Large images: those that take long, and shall not keep the others waiting. */
    interface Large {

        /** From which size of its file an image is large, in bytes. */
        @WithDefault("8388608")
        long from();

        /** How many large images are handled at once; half of {@link Threads#handlers()}, at least 1, if absent. */
        Optional<Integer> handlers();

        /** How many large images are held at once, beside {@link Queue#prefetch()}. */
        @WithDefault("40")
        int held();
    }

    /** Limits on the memory of the process. */
    interface Memory {

        /** Above so many bytes of resident memory the worker asks for a new start; 0: never; 85 % of what the container or machine has if absent. */
        Optional<Long> ceiling();

        /** How often it looks. */
        @WithDefault("10S")
        Duration period();
    }

    /** As {@link DetectionLimits}. */
    interface Detection {

        /** Score floor of every detector, 0..1; the one that its bundle names if absent. */
        Optional<Double> minConfidence();

        /** Dynamic threshold as a share of the image's best score, 0..1; 0 turns it off. */
        @WithDefault("0")
        double minShareOfBest();

        /** Proposals per image that are compared. */
        @WithDefault("100")
        int maxProposals();

        /** Overlap of boxes of one category, 0..1. */
        @WithDefault("0.6")
        double maxOverlap();

        /** Overlap of boxes of different categories, 0..1. */
        @WithDefault("0.85")
        double maxOverlapOfCategories();

        /** Smallest side of a box, as a fraction of the frame's. */
        @WithDefault("0.05")
        double minSide();

        /** Objects per image. */
        @WithDefault("10")
        int maxObjects();
    }

    /** As {@link LabelLimits}. */
    interface Labels {

        /** Smallest probability, 0..1. */
        @WithDefault("0.1")
        double minConfidence();

        /** Class names per image. */
        @WithDefault("5")
        int maxLabels();
    }

    /** The part that concerns how many messages are held and handled. */
    default HandlerLimits handlerLimits() {
        int handlers = threads().handlers();
        int large = large().handlers().orElse(Math.max(1, handlers / 2));
        return new HandlerLimits(handlers, queue().prefetch(), large().from(), large, large().held());
    }

    /** Which bundles make the model set. */
    default ModelNames modelNames() {
        return new ModelNames(detector(), queryDetector().orElseGet(this::detector), embedder());
    }

    /** Which bundles make the next model set, if any part of one is named. */
    default Optional<ModelNames> nextModelNames() {
        ModelNames now = modelNames();
        Next next = next();
        ModelNames names = new ModelNames(
                next.detector().orElse(now.detector()),
                next.queryDetector().orElse(now.queryDetector()),
                next.embedder().orElse(now.embedder()));
        boolean named = Stream.of(next.embedder(), next.detector(), next.queryDetector())
                .anyMatch(Optional::isPresent);
        return named ? Optional.of(names) : Optional.empty();
    }

    /** The part that concerns the models, which lie in this folder. */
    default InferenceSettings inference(Path folder) {
        Detection detection = detection();
        DetectionLimits detectionLimits = new DetectionLimits(
                DetectionLimits.DEFAULT.minConfidence(),
                detection.minShareOfBest(),
                detection.maxProposals(),
                detection.maxOverlap(),
                detection.maxOverlapOfCategories(),
                detection.minSide(),
                detection.maxObjects());
        LabelLimits labelLimits = new LabelLimits(labels().minConfidence(), labels().maxLabels());
        return new InferenceSettings(
                folder,
                modelNames(),
                device(),
                threads().perModel(),
                detection.minConfidence().orElse(null),
                detectionLimits,
                labelLimits);
    }
}
