package dev.sightline.local.operate;

import static dev.sightline.local.operate.Reports.NONE;
import static dev.sightline.local.operate.Reports.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.index.SourceState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PipelineReportTest {

    @Test
    void busy_hasBacklogRateAndTimeLeft() {
        PipelineReport report = Reports.busy();

        assertThat(report.backlog()).isEqualTo(16);
        assertThat(report.rate()).isEqualTo(2.0);
        assertThat(report.timeLeft()).contains(Duration.ofSeconds(8));
        assertThat(report.count(SourceState.REMOVED)).isZero();
    }

    @Test
    void timeLeft_withoutBacklog_isZeroAndWithoutMovement_isUnknown() {
        assertThat(Reports.with(null, 0, NONE).timeLeft()).contains(Duration.ZERO);
        assertThat(Reports.with(null, 0, new QueueDepth(0, 1)).timeLeft()).isEmpty();
    }

    @Test
    void freshUntil_isTheOldestPendingOrNowIfNothingWaits() {
        assertThat(Reports.busy().freshUntil()).contains(NOW.minusSeconds(67));
        assertThat(Reports.with(null, 0, NONE).freshUntil()).contains(NOW);
        assertThat(Reports.with(null, 0, new QueueDepth(1, 0)).freshUntil()).isEmpty();
    }

    @Test
    void text_ofBusy_showsAllOfIt() {
        assertThat(PipelineText.lines(Reports.busy())).isEqualTo("""
                        sources      180 indexed, 16 pending, 3 rejected, 1 failed, 0 removed
                        rejected     broken-image 1, unsupported-format 2
                        failed       defect 1
                        queue         waiting  in flight  dead letters
                        upload              0          0             0
                        analysis           12          4             1  (defect 1) paused
                        index               0          0             0
                        pace         2.0 images/s in the last minute, about 0:08 left for 16 messages
                        freshness    everything uploaded before 2026-01-02T03:02:58Z answers; the oldest pending one has waited 1:07
                        paused       analysis. Go on: ./sightline resume
                        """.lines().toList());
    }

    @Test
    void text_ofIdleOrStanding_saysSo() {
        assertThat(PipelineText.lines(Reports.with(null, 0, NONE)))
                .contains(
                        "pace         0.0 images/s in the last minute, nothing waits",
                        "freshness    everything uploaded before 2026-01-02T03:04:05Z answers");
        assertThat(PipelineText.lines(Reports.with(null, 0, new QueueDepth(3, 0))))
                .contains(
                        "pace         0.0 images/s in the last minute, 3 messages wait",
                        "freshness    unknown: what waits has not been taken in yet");
        assertThat(PipelineText.lines(Reports.with(NOW.minusSeconds(1), 0, new QueueDepth(3, 0))))
                .contains("freshness    everything uploaded before 2026-01-02T03:04:04Z answers; "
                        + "the oldest pending one has waited 0:01; of 3 more nothing is known yet");
    }

    @Test
    void clock_countsHoursBeyondADay() {
        assertThat(PipelineText.clock(Duration.ofSeconds(5))).isEqualTo("0:05");
        assertThat(PipelineText.clock(Duration.ofHours(26).plusSeconds(65))).isEqualTo("26:01:05");
    }

    /** The fields that docs/operations.md documents; a change here is a change for who reads them. */
    @Test
    void json_ofBusy_hasTheDocumentedFields() {
        assertThat(PipelineJson.of(Reports.busy()).toString()).isEqualTo("""
                        {"at":"2026-01-02T03:04:05Z",
                        "sources":{"pending":16,"indexed":180,"rejected":3,"failed":1,"removed":0},
                        "reasons":{"rejected":{"broken-image":1,"unsupported-format":2},"failed":{"defect":1}},
                        "queues":{
                        "upload":{"waiting":0,"inFlight":0,"paused":false,"deadLetters":0,"deadLetterReasons":{}},
                        "analysis":{"waiting":12,"inFlight":4,"paused":true,"deadLetters":1,"deadLetterReasons":{"defect":1}},
                        "index":{"waiting":0,"inFlight":0,"paused":false,"deadLetters":0,"deadLetterReasons":{}}},
                        "backlog":16,
                        "oldestPendingSince":"2026-01-02T03:02:58Z",
                        "settledLastMinute":120,
                        "secondsLeft":8,
                        "freshUntil":"2026-01-02T03:02:58Z"}
                        """.replace("\n", ""));
    }

    @Test
    void json_ofStanding_hasNullWhereNothingIsKnown() {
        String json =
                PipelineJson.of(Reports.with(null, 0, new QueueDepth(1, 0))).toString();

        assertThat(json).contains("\"oldestPendingSince\":null", "\"secondsLeft\":null", "\"freshUntil\":null");
    }
}
