package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PipelineSizeTest {

    private final QuantityTable<Figure> figures = QuantityTable.figures();

    @Test
    void imagesPerSecond_ofAWorker_isWhatItsProcessorsDo() {
        // 4 processors x 0.7 x 1000 ms, at 64 - 43 ms with a GPU and at 64 ms without
        assertThat(WorkerKind.GPU.imagesPerSecond(figures)).isCloseTo(2800.0 / 21, within(1e-9));
        assertThat(WorkerKind.CPU.imagesPerSecond(figures)).isCloseTo(43.75, within(1e-9));
    }

    @Test
    void hours_ofAMillionImages_areImagesOverRate() {
        assertThat(WorkerKind.CPU.hours(1_000_000, figures)).isCloseTo(1e6 / 43.75 / 3600, within(1e-9));
    }

    @Test
    void concurrency_isRateTimesDuration() {
        PipelineSize size = new PipelineSize(WorkerKind.CPU, 8, figures);

        // 350 images/s are 35 batches/s, of 0.2 s and 0.5 s
        assertThat(size.imagesPerSecond()).isCloseTo(350, within(1e-9));
        assertThat(size.ingestConcurrency()).isCloseTo(7, within(1e-9));
        assertThat(size.indexerConcurrency()).isCloseTo(17.5, within(1e-9));
        assertThat(size.queueRequestsPerSecond()).isCloseTo(1050, within(1e-9));
    }

    @Test
    void limit_isWhatTheDeployedConcurrencyDoes() {
        PipelineSize size = PipelineSize.atMost(WorkerKind.GPU, figures);

        // 20 batches of 10 at once, each 0.2 s and 0.5 s
        assertThat(size.ingestLimit()).isEqualTo(1000);
        assertThat(size.indexerLimit()).isEqualTo(400);
    }

    @Test
    void storage_ofOneImageWithOneObject_isItsFiles() {
        Storage storage = new Storage(new Workload(1, 1, 0), figures);

        assertThat(storage.originals()).isEqualTo(500_000);
        assertThat(storage.thumbnails()).isEqualTo(20_000);
        // 2 x (5120 + 160) x 4 / 3 + 2000
        assertThat(storage.features()).isCloseTo(16_080, within(1e-9));
        assertThat(storage.bytes()).isCloseTo(536_080, within(1e-9));
    }
}
