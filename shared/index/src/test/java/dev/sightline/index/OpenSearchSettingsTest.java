package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.ModelSetId;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSearchSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9200, NONE",
        "http://localhost:9200, NONE",
        "http://[::1]:9200, NONE",
        "https://search.example.com, IAM"
    })
    void constructor_acceptsLoopbackUnsignedAndHttpsSigned(URI url, OpenSearchAuth auth) {
        assertThat(new OpenSearchSettings(url, auth).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1:9200, NONE",
        "https://search.example.com, NONE",
        "http://search.example.com, IAM",
        "127.0.0.1:9200, NONE"
    })
    void constructor_refusesWhatWouldSendUnsignedOrUnencrypted(String url, OpenSearchAuth auth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenSearchSettings(URI.create("//x").resolve(url), auth));
    }

    @Test
    void of_readsSettingsInAnyCaseAndRefusesOthers() {
        assertThat(OpenSearchAuth.of("iam")).isEqualTo(OpenSearchAuth.IAM);
        assertThat(OpenSearchAuth.of("NONE")).isEqualTo(OpenSearchAuth.NONE);
        assertThat(KnnMode.of("Exact")).isEqualTo(KnnMode.EXACT);
        assertThat(KnnMode.of("hnsw")).isEqualTo(KnnMode.HNSW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenSearchAuth.of("basic"))
                .withMessageContaining("basic");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnnMode.of("fast"))
                .withMessageContaining("fast");
    }

    @Test
    void indexNames_carryTheModelSetAndGiveItBack() {
        IndexNames names = IndexNames.standard();
        ModelSetId modelSet = new ModelSetId("lite0-3f2a90c1d4e5");

        assertThat(names.images(modelSet)).isEqualTo("sightline-images-lite0-3f2a90c1d4e5");
        assertThat(names.objects(modelSet)).isEqualTo("sightline-objects-lite0-3f2a90c1d4e5");
        assertThat(names.sources()).isEqualTo("sightline-sources");
        assertThat(names.modelSetOfImages(names.images(modelSet))).contains(modelSet);
        assertThat(names.modelSetOfImages(names.objects(modelSet))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Big", "-a", "a*", "a_b"})
    void indexNames_withOtherPrefix_areRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexNames(prefix));
    }
}
