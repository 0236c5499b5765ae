package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.SightlineException;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** An index of several shards, some of which are recovering: what they hold must not pass for gone. */
class PartOfTheShardsTest {

    private static final Set<ImageSignature> IMAGES = Set.of(ImageSignature.of(new byte[] {1}));

    private final CannedHttpClient http = new CannedHttpClient();
    private final SourceRegistry registry = new OpenSearchSourceRegistry(
            new OpenSearchConnection(OpenSearchConnection.signed(
                    new OpenSearchSettings(URI.create("https://search.example.com"), OpenSearchAuth.IAM),
                    http,
                    Region.EU_CENTRAL_1,
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))),
            IndexNames.standard());

    @Test
    void liveSources_shardThatDoesNotRefresh_isUnavailable() {
        http.willAnswer(200, "{\"_shards\":{\"total\":5,\"successful\":4,\"failed\":1}}");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> registry.liveSources(IMAGES))
                .withMessageContaining("\"failed\":1")
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
    }

    @Test
    void liveSources_always_areAskedOfAllShards() {
        http.willAnswer(200, "{\"_shards\":{\"total\":5,\"successful\":5,\"failed\":0},\"hits\":{\"hits\":[]}}");

        registry.liveSources(IMAGES);

        assertThat(http.request().rawQueryParameters().get("allow_partial_search_results"))
                .containsExactly("false");
    }

    @Test
    void page_shardThatDoesNotRefresh_isUnavailable() {
        http.willAnswer(200, "{\"_shards\":{\"total\":5,\"successful\":4,\"failed\":1},\"hits\":{\"hits\":[]}}");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> registry.page("", 10))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(ErrorCode.INDEX_UNAVAILABLE));
    }
}
