package dev.sightline.local.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void rate_atTheStart_isZero() {
        assertThat(StageCounts.rate(0, Duration.ZERO)).isZero();
        assertThat(StageCounts.rate(5, Duration.ZERO)).isZero();
    }

    @Test
    void rate_afterTenSeconds_isATenth() {
        assertThat(StageCounts.rate(125, TEN_SECONDS)).isEqualTo(12.5);
    }

    @Test
    void left_halfWay_isAsLongAgain() {
        assertThat(StageCounts.left(50, 100, TEN_SECONDS)).isEqualTo(TEN_SECONDS);
    }

    @Test
    void left_withNothingDone_isUnknown() {
        assertThat(StageCounts.left(0, 100, TEN_SECONDS)).isNegative();
    }

    @Test
    void left_whenAllIsDone_isZero() {
        assertThat(StageCounts.left(0, 0, Duration.ZERO)).isZero();
        assertThat(StageCounts.left(101, 100, TEN_SECONDS)).isZero();
    }

    @Test
    void complete_whenEachFileHasAnEnd() {
        assertThat(new StageCounts(10, 9, 1, 8, 6, 2, 1).complete()).isTrue();
        assertThat(new StageCounts(10, 9, 1, 8, 5, 2, 1).complete()).isFalse();
    }

    @Test
    void bars_withFailures_showsAStageALine() {
        assertThat(ProgressBoard.bars(new StageCounts(100, 100, 0, 60, 47, 2, 1), TEN_SECONDS))
                .containsExactly(
                        "  uploaded  ████████████████████████████   100/100   10.0/s, done",
                        "  analyzed  ████████████████░░░░░░░░░░░░    60/100   6.0/s, 0:07 left",
                        "  indexed   █████████████░░░░░░░░░░░░░░░     47/97   4.7/s, 0:11 left",
                        "  rejected  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░     2/100",
                        "  failed    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░     1/100");
    }

    @Test
    void bars_withoutFailures_hasFourLines() {
        assertThat(ProgressBoard.bars(new StageCounts(3, 0, 0, 0, 0, 0, 0), Duration.ZERO))
                .hasSize(4)
                .element(0)
                .isEqualTo("  uploaded  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░       0/3   0.0/s");
    }

    @Test
    void line_halfWay_saysAllCounts() {
        assertThat(ProgressBoard.line(new StageCounts(100, 98, 2, 60, 48, 1, 0), TEN_SECONDS))
                .isEqualTo("100 files: 98 uploaded, 60 analyzed, 48 indexed, 1 rejected, 2 failed; 4.8/s, 0:10 left");
    }

    @Test
    void clock_hasMinutesAndSeconds() {
        assertThat(ProgressBoard.clock(Duration.ofMillis(200))).isEqualTo("0:01");
        assertThat(ProgressBoard.clock(Duration.ofSeconds(125))).isEqualTo("2:05");
    }
}
