package dev.sightline.indexer;

import static dev.sightline.testkit.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.metrics.Metric;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.RecordingMetrics;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IndexMetricsTest {

    private final InMemorySourceRegistry registry = new InMemorySourceRegistry();
    private final RecordingMetrics told = new RecordingMetrics();
    private final IndexMetrics metrics = new IndexMetrics(told, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void settled_indexedImage_tellsHowLongItTookSinceItsUpload() {
        settle(Source.pending(version("02"), "etag", NOW.minusSeconds(5)));
        settle(indexed("02"));

        assertThat(told.of(Metric.FRESHNESS)).containsExactly(5000.0);
    }

    @Test
    void settled_eventThatWasOvertaken_tellsNothing() {
        settle(indexed("02"));
        int before = told.records().size();
        settle(indexed("01"));

        assertThat(told.records()).hasSize(before);
    }

    @Test
    void settled_imagesThatWillNeverBeSearchable_tellsEach() {
        settle(Source.rejected(version("01"), ErrorCode.BROKEN_IMAGE, "no JPEG", NOW));
        settle(Source.failed(version("02"), ErrorCode.OUT_OF_MEMORY, "full", NOW));
        settle(Source.removed(version("03"), NOW));

        assertThat(told.of(Metric.IMAGES_LOST)).containsExactly(1.0, 1.0);
    }

    private void settle(Source heard) {
        metrics.settled(TouchedSource.by(heard, registry.record(heard)));
    }

    private static Source indexed(String sequencer) {
        return Source.indexed(
                version(sequencer), Fixtures.aSignature(1), Fixtures.aModelSet().id(), NOW);
    }

    private static SourceVersion version(String sequencer) {
        return new SourceVersion("images", "a.jpg", new Sequencer(sequencer));
    }
}
