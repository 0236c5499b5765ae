package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.logs.LogFormat;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlenderSettingsTest {

    private static final Map<String, String> REQUIRED = Map.of(
            EnvironmentNames.IMAGES_BUCKET, "images",
            EnvironmentNames.FEATURES_BUCKET, "features",
            EnvironmentNames.QUERIES_BUCKET, "queries",
            EnvironmentNames.ENGAGEMENT_BUCKET, "engagement",
            EnvironmentNames.ENGAGEMENT_QUEUE_URL, "http://127.0.0.1:4566/events",
            EnvironmentNames.USER_SALT_SECRET, "salt",
            EnvironmentNames.CURSOR_SECRET, "cursors",
            EnvironmentNames.CATALOGUE_BUCKET, "catalogue",
            EnvironmentNames.OPENSEARCH_URL, "http://127.0.0.1:9200",
            EnvironmentNames.ANALYZER_URL, "http://127.0.0.1:8090");

    @Test
    void settings_onlyRequired_haveDefaults() {
        BlenderSettings settings = settings(REQUIRED);

        assertThat(settings.policyRefresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.IAM);
        assertThat(settings.analyzerConnectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.analyzerTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.maxImageBytes()).isEqualTo(64L << 20);
        assertThat(settings.maxInlineBytes()).isEqualTo(4L << 20);
        assertThat(settings.keepGrace()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.oversample()).isEqualTo(10);
        assertThat(settings.dotBudget()).isEqualTo(Duration.ofMillis(800));
        assertThat(settings.dotCacheObjects()).isEqualTo(10_000);
        assertThat(settings.dotCacheTime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.queryBudget()).isEqualTo(Duration.ofMillis(800));
        assertThat(settings.rankBudget()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.answerLogGrace()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.watchedQueues()).isEmpty();
        assertThat(settings.keyRefresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.apiRate()).isZero();
        assertThat(settings.apiBurst()).isZero();
        assertThat(settings.tracesEndpoint()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void settings_everyKey_isRead() {
        BlenderSettings settings = settings(everyKey());

        assertThat(settings.imagesBucket()).isEqualTo("images");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.tracesEndpoint()).contains(URI.create("http://127.0.0.1:4318"));
        assertThat(settings.featuresBucket()).isEqualTo("features");
        assertThat(settings.catalogueBucket()).isEqualTo("catalogue");
        assertThat(settings.engagementBucket()).isEqualTo("engagement");
        assertThat(settings.apiRate()).isEqualTo(100);
        assertThat(settings.apiBurst()).isEqualTo(200);
        assertThat(settings.policyRefresh()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.opensearchUrl()).isEqualTo(URI.create("http://127.0.0.1:9200"));
        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.NONE);
        assertThat(settings.analyzerUrl()).isEqualTo(URI.create("http://127.0.0.1:8090"));
        assertThat(settings.analyzerConnectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.analyzerTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.maxImageBytes()).isEqualTo(1000);
        assertThat(settings.maxInlineBytes()).isEqualTo(100);
        assertThat(settings.queriesBucket()).isEqualTo("queries");
        assertThat(settings.engagementQueueUrl()).isEqualTo("http://127.0.0.1:4566/events");
        assertThat(settings.userSaltSecret()).isEqualTo("salt");
        assertThat(settings.cursorSecret()).isEqualTo("cursors");
        assertThat(settings.keepGrace()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.oversample()).isEqualTo(3);
        assertThat(settings.dotBudget()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.dotCacheObjects()).isEqualTo(7);
        assertThat(settings.dotCacheTime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.queryBudget()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.rankBudget()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.answerLogGrace()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.keyRefresh()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.allowedOrigins()).contains(List.of("https://a.example", "https://b.example"));
        assertThat(settings.watchedQueues()).contains(List.of("a|b|c", "d|e|f"));
    }

    private static Map<String, String> everyKey() {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.put("SIGHTLINE_POLICY_REFRESH", "PT3S");
        all.put(EnvironmentNames.LOG_FORMAT, "json");
        all.put(EnvironmentNames.TRACES_ENDPOINT, "http://127.0.0.1:4318");
        all.put(EnvironmentNames.OPENSEARCH_AUTH, "none");
        all.put("SIGHTLINE_ANALYZER_CONNECT_TIMEOUT", "PT1S");
        all.put("SIGHTLINE_ANALYZER_TIMEOUT", "PT5S");
        all.put(EnvironmentNames.MAX_IMAGE_BYTES, "1000");
        all.put("SIGHTLINE_MAX_INLINE_BYTES", "100");
        all.put("SIGHTLINE_KEEP_GRACE", "PT1S");
        all.put("SIGHTLINE_OVERSAMPLE", "3");
        all.put("SIGHTLINE_DOT_BUDGET", "PT2S");
        all.put("SIGHTLINE_DOT_CACHE_OBJECTS", "7");
        all.put("SIGHTLINE_DOT_CACHE_TIME", "PT1M");
        all.put("SIGHTLINE_QUERY_BUDGET", "PT2S");
        all.put("SIGHTLINE_RANK_BUDGET", "PT3S");
        all.put("SIGHTLINE_ANSWER_LOG_GRACE", "PT4S");
        all.put("SIGHTLINE_KEY_REFRESH", "PT7S");
        all.put(EnvironmentNames.API_RATE, "100");
        all.put(EnvironmentNames.API_BURST, "200");
        all.put(EnvironmentNames.ALLOWED_ORIGINS, "https://a.example,https://b.example");
        all.put(EnvironmentNames.WATCHED_QUEUES, "a|b|c,d|e|f");
        return all;
    }

    @Test
    void settings_requiredMissing_namesTheKey() {
        Map<String, String> incomplete = new HashMap<>(REQUIRED);
        incomplete.remove(EnvironmentNames.ANALYZER_URL);

        assertThatThrownBy(() -> settings(incomplete)).hasMessageContaining("sightline.analyzer-url");
    }

    private static BlenderSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                .withMapping(BlenderSettings.class)
                .build()
                .getConfigMapping(BlenderSettings.class);
    }
}
