package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.index.IndexedImage;
import dev.sightline.index.KnnMode;
import dev.sightline.index.ScratchIndex;
import dev.sightline.index.VectorBytes;
import dev.sightline.index.VisualSearcher;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScratchIndexIT {

    private static final int IMAGES = 200;

    private final OpenSearchServer server = new OpenSearchServer();
    private final ScratchIndex scratch = new ScratchIndex(server.connection(), Fixtures.aModelSet(), KnnMode.EXACT);

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Test
    void vectorBytes_areThoseOfTheVectorsAndLittleMore() {
        scratch.write(images());
        scratch.settle();

        VectorBytes bytes = scratch.vectorBytes();
        scratch.close();

        // 64 bits are 8 bytes, 64 floats 256; headers and descriptions come on top.
        assertThat(bytes.binary()).isBetween(IMAGES * 8L, IMAGES * 8L + 1_000);
        assertThat(bytes.dense()).isBetween(IMAGES * 256L, IMAGES * 256L + 1_000);
    }

    @Test
    void close_removesEverything() {
        scratch.write(images());
        scratch.settle();
        VisualSearcher searcher = scratch.searcher();
        assertThat(searcher.open().sizes().images()).isEqualTo(IMAGES);
        assertThat(scratch.probe().sample(10, 1)).hasSize(10);

        scratch.close();

        assertThat(searcher.open().modelSet()).isEmpty();
        assertThat(searcher.open().sizes().images()).isZero();
    }

    @Test
    void write_imageOfAnotherModelSet_isRefused() {
        IndexedImage other = new IndexedImage(
                Fixtures.aFeatureRecord().withModelSet(Fixtures.aModelSet("2")).build(),
                List.of("a.jpg"),
                Fixtures.NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scratch.write(List.of(other)))
                .withMessageContaining(Fixtures.aModelSet("2").id().value());
    }

    private static List<IndexedImage> images() {
        return IntStream.range(0, IMAGES)
                .mapToObj(seed -> new IndexedImage(
                        Fixtures.aFeatureRecord()
                                .withSignature(Fixtures.aSignature(seed))
                                .withEmbedding(Fixtures.anEmbedding(seed))
                                .withObjects()
                                .build(),
                        List.of("a.jpg"),
                        Fixtures.NOW))
                .toList();
    }
}
