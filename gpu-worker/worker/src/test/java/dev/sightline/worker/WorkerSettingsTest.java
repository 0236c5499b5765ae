package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.inference.ComputeDevice;
import dev.sightline.inference.DetectionLimits;
import dev.sightline.inference.InferenceSettings;
import dev.sightline.inference.LabelLimits;
import dev.sightline.inference.ModelNames;
import dev.sightline.logs.LogFormat;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    private static final Path FOLDER = Path.of("/bundles");

    private static final Map<String, String> REQUIRED = Map.of(
            EnvironmentNames.IMAGES_BUCKET, "images",
            EnvironmentNames.FEATURES_BUCKET, "features",
            EnvironmentNames.ANALYSIS_QUEUE_URL, "http://sqs.test/1/analyses",
            EnvironmentNames.INDEX_QUEUE_URL, "http://sqs.test/1/changes",
            EnvironmentNames.MODELS, "/models");

    @Test
    void settings_withOnlyWhatIsRequired_haveTheirDefaults() {
        WorkerSettings settings = settings(Map.of());

        assertThat(settings.inference(FOLDER)).isEqualTo(InferenceSettings.ofFolder(FOLDER));
        assertThat(settings.models()).isEqualTo("/models");
        assertThat(settings.modelsCache()).isEqualTo(Path.of("/var/cache/sightline/models"));
        assertThat(settings.embedderBatch()).isEqualTo(16);
        assertThat(settings.maxImageBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(settings.revision()).isEqualTo("unknown");
        assertThat(settings.threads().analyzers()).isEqualTo(2);
        assertThat(settings.threads().handlers()).isEqualTo(4);
        assertThat(settings.threads().queryAnalyzers()).isEqualTo(1);
        assertThat(settings.queue().receiveWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.queue().prefetch()).isEqualTo(6);
        assertThat(settings.queue().visibilityTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.queue().retryDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.queue().retryFactor()).isEqualTo(5);
        assertThat(settings.queue().longestRetryDelay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.queue().outageFailures()).isEqualTo(3);
        assertThat(settings.queue().outagePause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.queue().longestOutagePause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.queue().maxReceives()).isEqualTo(5);
        assertThat(settings.queue().stopTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.handlerLimits()).isEqualTo(new HandlerLimits(4, 6, 8 * 1024 * 1024, 2, 40));
        assertThat(settings.memory().ceiling()).isEmpty();
        assertThat(settings.tracesEndpoint()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.memory().period()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void settings_withEveryKeySet_takeAll() {
        WorkerSettings settings = settings(everyOptionalKey());

        assertThat(settings.inference(FOLDER))
                .isEqualTo(new InferenceSettings(
                        FOLDER,
                        new ModelNames("ssd", "faster-rcnn", "clip@projection"),
                        ComputeDevice.GPU,
                        3,
                        0.1,
                        new DetectionLimits(0.35, 0.25, 50, 0.2, 0.3, 0.4, 5),
                        new LabelLimits(0.6, 7)));
        assertThat(settings.nextModelNames()).contains(new ModelNames("yolo", "centernet", "dino"));
        assertThat(settings.modelsCache()).isEqualTo(Path.of("/cache"));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.tracesEndpoint()).contains(URI.create("http://127.0.0.1:4318"));
        assertThat(settings.embedderBatch()).isEqualTo(2);
        assertThat(settings.maxImageBytes()).isEqualTo(8);
        assertThat(settings.revision()).isEqualTo("0123456789abcdef");
        assertThat(settings.threads().analyzers()).isEqualTo(9);
        assertThat(settings.threads().handlers()).isEqualTo(10);
        assertThat(settings.threads().queryAnalyzers()).isEqualTo(11);
        assertThat(settings.queue().receiveWait()).isEqualTo(Duration.ofSeconds(12));
        assertThat(settings.queue().prefetch()).isEqualTo(13);
        assertThat(settings.queue().visibilityTimeout()).isEqualTo(Duration.ofSeconds(14));
        assertThat(settings.queue().retryDelay()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.queue().maxReceives()).isEqualTo(16);
        assertThat(settings.queue().stopTimeout()).isEqualTo(Duration.ofSeconds(17));
        assertThat(settings.queue().retryFactor()).isEqualTo(18);
        assertThat(settings.queue().longestRetryDelay()).isEqualTo(Duration.ofSeconds(19));
        assertThat(settings.queue().outageFailures()).isEqualTo(20);
        assertThat(settings.queue().outagePause()).isEqualTo(Duration.ofSeconds(21));
        assertThat(settings.queue().longestOutagePause()).isEqualTo(Duration.ofSeconds(22));
        assertThat(settings.handlerLimits()).isEqualTo(new HandlerLimits(10, 13, 23, 4, 24));
        assertThat(settings.memory().ceiling()).contains(25L);
        assertThat(settings.memory().period()).isEqualTo(Duration.ofSeconds(26));
    }

    @Test
    void queryDetector_notSet_isTheDetector() {
        ModelNames names = settings(Map.of("SIGHTLINE_DETECTOR", "ssd")).modelNames();

        assertThat(names.queryDetector()).isEqualTo("ssd");
    }

    @Test
    void nextModels_notSet_areNone() {
        assertThat(settings(Map.of()).nextModelNames()).isEmpty();
    }

    @Test
    void nextModels_withOnePart_areTheCurrentOnesOtherwise() {
        WorkerSettings settings = settings(Map.of(
                EnvironmentNames.QUERY_DETECTOR, "faster-rcnn", EnvironmentNames.NEXT_EMBEDDER, "clip@projection"));

        assertThat(settings.nextModelNames()).contains(new ModelNames("nanodet", "faster-rcnn", "clip@projection"));
    }

    @Test
    void settings_withoutWhatIsRequired_nameIt() {
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageContaining("sightline.images-bucket")
                .hasMessageContaining("sightline.models");
    }

    private static Map<String, String> everyOptionalKey() {
        Map<String, String> keys = new HashMap<>(keysOfModels());
        keys.putAll(keysOfQueueAndMemory());
        return keys;
    }

    private static Map<String, String> keysOfModels() {
        return Map.ofEntries(
                Map.entry(EnvironmentNames.DEVICE, "gpu"),
                Map.entry(EnvironmentNames.LOG_FORMAT, "json"),
                Map.entry(EnvironmentNames.TRACES_ENDPOINT, "http://127.0.0.1:4318"),
                Map.entry(EnvironmentNames.MAX_IMAGE_BYTES, "8"),
                Map.entry("SIGHTLINE_MODELS_CACHE", "/cache"),
                Map.entry("SIGHTLINE_REVISION", "0123456789abcdef"),
                Map.entry("SIGHTLINE_DETECTOR", "ssd"),
                Map.entry("SIGHTLINE_QUERY_DETECTOR", "faster-rcnn"),
                Map.entry("SIGHTLINE_EMBEDDER", "clip@projection"),
                Map.entry("SIGHTLINE_EMBEDDER_BATCH", "2"),
                Map.entry(EnvironmentNames.NEXT_DETECTOR, "yolo"),
                Map.entry(EnvironmentNames.NEXT_QUERY_DETECTOR, "centernet"),
                Map.entry(EnvironmentNames.NEXT_EMBEDDER, "dino"),
                Map.entry("SIGHTLINE_THREADS_PER_MODEL", "3"),
                Map.entry("SIGHTLINE_THREADS_ANALYZERS", "9"),
                Map.entry("SIGHTLINE_THREADS_HANDLERS", "10"),
                Map.entry("SIGHTLINE_THREADS_QUERY_ANALYZERS", "11"),
                Map.entry("SIGHTLINE_DETECTION_MIN_CONFIDENCE", "0.1"),
                Map.entry("SIGHTLINE_DETECTION_MIN_SHARE_OF_BEST", "0.25"),
                Map.entry("SIGHTLINE_DETECTION_MAX_PROPOSALS", "50"),
                Map.entry("SIGHTLINE_DETECTION_MAX_OVERLAP", "0.2"),
                Map.entry("SIGHTLINE_DETECTION_MAX_OVERLAP_OF_CATEGORIES", "0.3"),
                Map.entry("SIGHTLINE_DETECTION_MIN_SIDE", "0.4"),
                Map.entry("SIGHTLINE_DETECTION_MAX_OBJECTS", "5"),
                Map.entry("SIGHTLINE_LABELS_MIN_CONFIDENCE", "0.6"),
                Map.entry("SIGHTLINE_LABELS_MAX_LABELS", "7"));
    }

    private static Map<String, String> keysOfQueueAndMemory() {
        return Map.ofEntries(
                Map.entry("SIGHTLINE_QUEUE_RECEIVE_WAIT", "12S"),
                Map.entry("SIGHTLINE_QUEUE_PREFETCH", "13"),
                Map.entry("SIGHTLINE_QUEUE_VISIBILITY_TIMEOUT", "14S"),
                Map.entry("SIGHTLINE_QUEUE_RETRY_DELAY", "15S"),
                Map.entry("SIGHTLINE_QUEUE_MAX_RECEIVES", "16"),
                Map.entry("SIGHTLINE_QUEUE_STOP_TIMEOUT", "17S"),
                Map.entry("SIGHTLINE_QUEUE_RETRY_FACTOR", "18"),
                Map.entry("SIGHTLINE_QUEUE_LONGEST_RETRY_DELAY", "19S"),
                Map.entry("SIGHTLINE_QUEUE_OUTAGE_FAILURES", "20"),
                Map.entry("SIGHTLINE_QUEUE_OUTAGE_PAUSE", "21S"),
                Map.entry("SIGHTLINE_QUEUE_LONGEST_OUTAGE_PAUSE", "22S"),
                Map.entry("SIGHTLINE_LARGE_FROM", "23"),
                Map.entry("SIGHTLINE_LARGE_HANDLERS", "4"),
                Map.entry("SIGHTLINE_LARGE_HELD", "24"),
                Map.entry(EnvironmentNames.MEMORY_CEILING, "25"),
                Map.entry("SIGHTLINE_MEMORY_PERIOD", "26S"));
    }

    private static WorkerSettings settings(Map<String, String> optional) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.putAll(optional);
        return read(environment);
    }

    private static WorkerSettings read(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(WorkerSettings.class)
                .build()
                .getConfigMapping(WorkerSettings.class);
    }
}
