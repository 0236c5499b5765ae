package dev.sightline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.visual.ModelSetId;
import java.net.URI;
import java.util.stream.Stream;
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
    void indexNames_carryTheGenerationAndGiveItBack() {
        IndexNames names = IndexNames.standard();
        IndexGeneration generation = new IndexGeneration(new ModelSetId("lite0.5-3f2a90c1d4e5"), 12);

        assertThat(names.images(generation)).isEqualTo("sightline-images-lite0.5-3f2a90c1d4e5.12");
        assertThat(names.objects(generation)).isEqualTo("sightline-objects-lite0.5-3f2a90c1d4e5.12");
        assertThat(names.sources()).isEqualTo("sightline-sources");
        assertThat(names.generationOfImages(names.images(generation))).contains(generation);
        assertThat(names.generationOfObjects(names.objects(generation))).contains(generation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sightline-objects-lite0-3f2a90c1d4e5.1",
                "sightline-images-lite0-3f2a90c1d4e5",
                "sightline-images-lite0-3f2a90c1d4e5.1.writes",
                "sightline-images-lite0-3f2a90c1d4e5.01",
                "sightline-images",
                "sightline-sources",
                "other-images-lite0-3f2a90c1d4e5.1"
            })
    void indexNames_ofWhatIsNoImageIndexOfAGeneration_giveNone(String index) {
        assertThat(IndexNames.standard().generationOfImages(index)).isEmpty();
    }

    @Test
    void indexGenerations_areOrderedByModelSetThenByNumber() {
        ModelSetId a = new ModelSetId("a");
        ModelSetId b = new ModelSetId("b");

        assertThat(Stream.of(new IndexGeneration(b, 1), new IndexGeneration(a, 10), new IndexGeneration(a, 9))
                        .sorted())
                .extracting(IndexGeneration::toString)
                .containsExactly("a.9", "a.10", "b.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexGeneration(a, 0))
                .withMessageContaining("got 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Big", "-a", "a*", "a_b"})
    void indexNames_withOtherPrefix_areRefused(String prefix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexNames(prefix));
    }
}
