package dev.sightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {

    private static final Map<String, String> REQUIRED = Map.of(
            EnvironmentNames.ANALYSIS_QUEUE_URL, "http://sqs.test/1/analyses",
            EnvironmentNames.INDEX_QUEUE_URL, "http://sqs.test/1/changes",
            EnvironmentNames.OPENSEARCH_URL, "https://search.test");

    @Test
    void settings_withOnlyWhatIsRequired_haveTheirDefaults() {
        IngestSettings settings = settings(REQUIRED);

        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.IAM);
        assertThat(settings.maxImageBytes()).isEqualTo(64L * 1024 * 1024);
        assertThat(settings.imagesBucket()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.tracesEndpoint()).isEmpty();
    }

    @Test
    void settings_withEveryKeySet_takeAll() {
        IngestSettings settings = settings(Map.of(
                EnvironmentNames.ANALYSIS_QUEUE_URL, "http://sqs.test/1/analyses",
                EnvironmentNames.INDEX_QUEUE_URL, "http://sqs.test/1/changes",
                EnvironmentNames.OPENSEARCH_URL, "http://127.0.0.1:9200",
                EnvironmentNames.OPENSEARCH_AUTH, "none",
                EnvironmentNames.MAX_IMAGE_BYTES, "123",
                EnvironmentNames.IMAGES_BUCKET, "images",
                EnvironmentNames.LOG_FORMAT, "json",
                EnvironmentNames.TRACES_ENDPOINT, "http://127.0.0.1:4318"));

        assertThat(settings.analysisQueueUrl()).isEqualTo(URI.create("http://sqs.test/1/analyses"));
        assertThat(settings.indexQueueUrl()).isEqualTo(URI.create("http://sqs.test/1/changes"));
        assertThat(settings.opensearchUrl()).isEqualTo(URI.create("http://127.0.0.1:9200"));
        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.NONE);
        assertThat(settings.maxImageBytes()).isEqualTo(123);
        assertThat(settings.imagesBucket()).contains("images");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.tracesEndpoint()).contains(URI.create("http://127.0.0.1:4318"));
    }

    @Test
    void settings_withoutWhatIsRequired_nameIt() {
        assertThatThrownBy(() -> settings(Map.of()))
                .hasMessageContaining("sightline.analysis-queue-url")
                .hasMessageContaining("sightline.index-queue-url")
                .hasMessageContaining("sightline.opensearch-url");
    }

    private static IngestSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(IngestSettings.class)
                .build()
                .getConfigMapping(IngestSettings.class);
    }
}
