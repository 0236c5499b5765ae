package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand: 1,280 bits and floats, m = 16, one replica; 8 bytes of JSON a float, 3.65 a byte of a code, 1,500 beside. */
class IndexSizeTest {

    private static final double GIB = 1L << 30;

    private final QuantityTable<Figure> figures = QuantityTable.figures();
    private final IndexSize size = new IndexSize(new Workload(1_000_000, 1_000_000, 10), figures);

    @Test
    void graphMemoryOfAllCopies_countsImagesAndObjectsInBothCopies() {
        // 2 copies x 2 M vectors x 1.1 x (160 + 128)
        assertThat(size.graphMemoryOfAllCopies()).isCloseTo(1_267_200_000.0, within(1.0));
        // 2 copies x 2 M vectors x 1.1 x (5120 + 128)
        assertThat(size.denseGraphMemoryOfAllCopies()).isCloseTo(23_091_200_000.0, within(1.0));
    }

    @Test
    void files_ofAVector_areVectorsTwoGraphsAndTheDocument() {
        assertThat(size.vectorFiles() / 2e6).isCloseTo(5_280, within(1e-6));
        assertThat(size.codeGraphFiles() / 2e6).isCloseTo(288, within(1e-6));
        assertThat(size.denseGraphFiles() / 2e6).isCloseTo(5_248, within(1e-6));
        // 160 x 3.65 + 1500; the text leaves the floats out
        assertThat(size.documents() / 2e6).isCloseTo(2_084, within(1e-6));
        assertThat(size.files() / 2e6).isCloseTo(12_900, within(1e-6));
    }

    @Test
    void diskOfAllCopies_isFilesTimesCopiesTimesOverhead() {
        assertThat(size.diskOfAllCopies()).isCloseTo(2e6 * 12_900 * 2 * 1.45, within(1e3));
    }

    @Test
    void shards_areAsManyAsKeepEachSmall() {
        // 30 GiB / 12,900 bytes = 2,497,074 vectors
        assertThat(size.vectorsPerShard()).isCloseTo(30 * GIB / 12_900, within(1.0));
        assertThat(size.imageShards()).isEqualTo(1);
        assertThat(new IndexSize(new Workload(2_497_074, 2_497_075, 0), figures).imageShards())
                .isEqualTo(1);
        assertThat(new IndexSize(new Workload(2_497_074, 2_497_075, 0), figures).objectShards())
                .isEqualTo(2);
        assertThat(new IndexSize(new Workload(2_497_074, 0, 0), figures).objectShards())
                .isEqualTo(1);
    }

    @Test
    void denseReadsPerSecond_areTheCandidatesOfAllSearches() {
        assertThat(size.denseReadsPerSecond()).isEqualTo(10 * 2 * 100);
    }
}
