package dev.sightline.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchAuth;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexerSettingsTest {

    @Test
    void settings_withOnlyWhatIsRequired_haveTheirDefaults() {
        IndexerSettings settings = settings(Map.of(
                EnvironmentNames.FEATURES_BUCKET, "features",
                EnvironmentNames.CATALOGUE_BUCKET, "catalogue",
                EnvironmentNames.INDEX_QUEUE_URL, "https://queue.test/index",
                EnvironmentNames.OPENSEARCH_URL, "https://search.test"));

        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.IAM);
        assertThat(settings.knnMode()).isEqualTo(KnnMode.HNSW);
        assertThat(settings.indexShards()).isEqualTo(1);
        assertThat(settings.parallelLoads()).isEqualTo(8);
        assertThat(settings.tombstoneAge()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void settings_withEveryKeySet_takeAll() {
        IndexerSettings settings = settings(Map.of(
                EnvironmentNames.FEATURES_BUCKET,
                "features",
                EnvironmentNames.CATALOGUE_BUCKET,
                "catalogue",
                EnvironmentNames.INDEX_QUEUE_URL,
                "http://127.0.0.1:4566/index",
                EnvironmentNames.OPENSEARCH_URL,
                "http://127.0.0.1:9200",
                EnvironmentNames.OPENSEARCH_AUTH,
                "none",
                EnvironmentNames.KNN_MODE,
                "exact",
                EnvironmentNames.INDEX_SHARDS,
                "8",
                "SIGHTLINE_PARALLEL_LOADS",
                "3",
                "SIGHTLINE_TOMBSTONE_AGE",
                "P20D",
                EnvironmentNames.TRACES_ENDPOINT,
                "http://127.0.0.1:4318"));

        assertThat(settings.featuresBucket()).isEqualTo("features");
        assertThat(settings.catalogueBucket()).isEqualTo("catalogue");
        assertThat(settings.tracesEndpoint()).contains(URI.create("http://127.0.0.1:4318"));
        assertThat(settings.indexQueueUrl()).isEqualTo(URI.create("http://127.0.0.1:4566/index"));
        assertThat(settings.opensearchUrl()).isEqualTo(URI.create("http://127.0.0.1:9200"));
        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.NONE);
        assertThat(settings.knnMode()).isEqualTo(KnnMode.EXACT);
        assertThat(settings.indexShards()).isEqualTo(8);
        assertThat(settings.parallelLoads()).isEqualTo(3);
        assertThat(settings.tombstoneAge()).isEqualTo(Duration.ofDays(20));
    }

    @Test
    void settings_withoutWhatIsRequired_nameIt() {
        assertThatThrownBy(() -> settings(Map.of()))
                .hasMessageContaining("sightline.features-bucket")
                .hasMessageContaining("sightline.catalogue-bucket")
                .hasMessageContaining("sightline.index-queue-url")
                .hasMessageContaining("sightline.opensearch-url");
    }

    private static IndexerSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(IndexerSettings.class)
                .build()
                .getConfigMapping(IndexerSettings.class);
    }
}
