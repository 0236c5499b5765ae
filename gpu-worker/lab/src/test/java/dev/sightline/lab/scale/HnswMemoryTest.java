package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HnswMemoryTest {

    @Test
    void floatBytes_ofTheDocumentationsExample_isItsResult() {
        // A million vectors of 256 dimensions with m = 16 take about 1.267 GB.
        assertThat(1e6 * HnswMemory.floatBytes(256, 16)).isCloseTo(1.267e9, within(1e6));
    }

    @Test
    void floatBytes_ofTheDefaultModel_countsFourBytesADimension() {
        assertThat(HnswMemory.floatBytes(1280, 16)).isCloseTo(5772.8, within(1e-9));
    }

    @Test
    void binaryBytes_ofTheDefaultModel_countsABitADimension() {
        assertThat(HnswMemory.binaryBytes(1280, 16)).isCloseTo(316.8, within(1e-9));
    }
}
