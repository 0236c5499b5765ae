package dev.sightline.feedback;

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

class FeedbackSettingsTest {

    @Test
    void settings_withOnlyWhatIsRequired_haveTheirDefaults() {
        FeedbackSettings settings = settings(Map.of(
                EnvironmentNames.ENGAGEMENT_BUCKET, "engagement",
                EnvironmentNames.OPENSEARCH_URL, "https://search.test"));

        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.IAM);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void settings_withEveryKeySet_takeAll() {
        FeedbackSettings settings = settings(Map.of(
                EnvironmentNames.ENGAGEMENT_BUCKET,
                "engagement",
                EnvironmentNames.OPENSEARCH_URL,
                "http://127.0.0.1:9200",
                EnvironmentNames.OPENSEARCH_AUTH,
                "none",
                EnvironmentNames.LOG_FORMAT,
                "json"));

        assertThat(settings.engagementBucket()).isEqualTo("engagement");
        assertThat(settings.opensearchUrl()).isEqualTo(URI.create("http://127.0.0.1:9200"));
        assertThat(settings.opensearchAuth()).isEqualTo(OpenSearchAuth.NONE);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
    }

    @Test
    void settings_withoutWhatIsRequired_nameIt() {
        assertThatThrownBy(() -> settings(Map.of()))
                .hasMessageContaining("sightline.engagement-bucket")
                .hasMessageContaining("sightline.opensearch-url");
    }

    private static FeedbackSettings settings(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(FeedbackSettings.class)
                .build()
                .getConfigMapping(FeedbackSettings.class);
    }
}
