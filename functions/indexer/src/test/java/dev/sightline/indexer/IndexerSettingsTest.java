package dev.sightline.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
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
        Map<String, String> all = new HashMap<>();
        all.put(EnvironmentNames.FEATURES_BUCKET, "features");
        all.put(EnvironmentNames.CATALOGUE_BUCKET, "catalogue");
        all.put(EnvironmentNames.INDEX_QUEUE_URL, "http://127.0.0.1:4566/index");
        all.put(EnvironmentNames.OPENSEARCH_URL, "http://127.0.0.1:9200");
        all.put(EnvironmentNames.OPENSEARCH_AUTH, "none");
        all.put(EnvironmentNames.KNN_MODE, "exact");
        all.put(EnvironmentNames.INDEX_SHARDS, "8");
        all.put("SIGHTLINE_PARALLEL_LOADS", "3");
        all.put("SIGHTLINE_TOMBSTONE_AGE", "P20D");
        all.put(EnvironmentNames.LOG_FORMAT, "json");
        all.put(EnvironmentNames.TRACES_ENDPOINT, "http://127.0.0.1:4318");
        IndexerSettings settings = settings(all);

        assertThat(settings.featuresBucket()).isEqualTo("features");
        assertThat(settings.catalogueBucket()).isEqualTo("catalogue");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
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
