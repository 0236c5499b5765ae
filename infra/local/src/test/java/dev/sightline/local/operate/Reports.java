package dev.sightline.local.operate;

import dev.sightline.index.SourceState;
import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports for tests. */
final class Reports {

    static final Instant NOW = Fixtures.NOW;
    static final QueueDepth NONE = new QueueDepth(0, 0);

    private Reports() {}

    /** 12 messages wait and 4 are handled; one is dead. */
    static PipelineReport busy() {
        return new PipelineReport(
                NOW,
                Map.of(
                        SourceState.INDEXED,
                        180L,
                        SourceState.PENDING,
                        16L,
                        SourceState.REJECTED,
                        3L,
                        SourceState.FAILED,
                        1L),
                Map.of(
                        SourceState.REJECTED, Map.of(ErrorCode.UNSUPPORTED_FORMAT, 2L, ErrorCode.BROKEN_IMAGE, 1L),
                        SourceState.FAILED, Map.of(ErrorCode.DEFECT, 1L)),
                NOW.minus(Duration.ofSeconds(67)),
                120,
                List.of(
                        queue(QueuedStage.INGEST, NONE),
                        new QueueReport(
                                QueuedStage.ANALYSIS,
                                new QueueDepth(12, 4),
                                new QueueDepth(1, 0),
                                Map.of("defect", 1L),
                                true),
                        queue(QueuedStage.INDEX, NONE)));
    }

    static PipelineReport with(@Nullable Instant oldest, long settled, QueueDepth uploads) {
        return new PipelineReport(
                NOW,
                Map.of(),
                Map.of(),
                oldest,
                settled,
                List.of(
                        queue(QueuedStage.INGEST, uploads),
                        queue(QueuedStage.ANALYSIS, NONE),
                        queue(QueuedStage.INDEX, NONE)));
    }

    private static QueueReport queue(QueuedStage stage, QueueDepth depth) {
        return new QueueReport(stage, depth, NONE, Map.of(), false);
    }
}
