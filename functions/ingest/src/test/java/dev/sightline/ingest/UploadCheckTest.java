package dev.sightline.ingest;

import static dev.sightline.testkit.Fixtures.NOW;
import static dev.sightline.testkit.Fixtures.aSourceVersion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.ImageRejected;
import dev.sightline.events.ImageRemoved;
import dev.sightline.events.SourceVersion;
import dev.sightline.ingest.BucketChange.ObjectCreated;
import dev.sightline.ingest.BucketChange.ObjectDeleted;
import dev.sightline.ingest.Verdict.Analyze;
import dev.sightline.ingest.Verdict.Drop;
import dev.sightline.ingest.Verdict.Report;
import dev.sightline.visual.ErrorCode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadCheckTest {

    private static final long LIMIT = 1000;
    private static final SourceVersion SOURCE = aSourceVersion().build();

    private final UploadCheck check = new UploadCheck(LIMIT, Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(longs = {1, LIMIT})
    void check_withAllowedSize_asksForAnalysis(long size) {
        assertThat(check.check(new ObjectCreated(SOURCE, "etag", size)))
                .isEqualTo(new Analyze(new AnalysisRequested(SOURCE, "etag", size, NOW)));
    }

    @Test
    void check_withoutBytes_rejectsAsEmpty() {
        assertThat(check.check(new ObjectCreated(SOURCE, "etag", 0)))
                .isEqualTo(new Report(
                        new ImageRejected(SOURCE, ErrorCode.EMPTY_IMAGE, "expected at least 1 byte, got 0", NOW)));
    }

    @Test
    void check_aboveTheLimit_rejectsWithBothSizes() {
        assertThat(check.check(new ObjectCreated(SOURCE, "etag", LIMIT + 1)))
                .isEqualTo(new Report(new ImageRejected(
                        SOURCE, ErrorCode.TOO_MANY_BYTES, "expected at most 1000 bytes, got 1001", NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "no-extension", "a/b.PNG"})
    void check_withAnyName_leavesTheContentToTheWorker(String key) {
        SourceVersion source = aSourceVersion().withKey(key).build();

        assertThat(check.check(new ObjectCreated(source, "etag", 5))).isInstanceOf(Analyze.class);
    }

    @Test
    void check_withDeletedObject_reportsItsRemoval() {
        assertThat(check.check(new ObjectDeleted(SOURCE))).isEqualTo(new Report(new ImageRemoved(SOURCE, NOW)));
    }

    @Test
    void check_withFolderMarker_dropsItHoweverItChanged() {
        SourceVersion folder = aSourceVersion().withKey("photos/").build();
        Drop dropped = new Drop(folder, "folder-marker");

        assertThat(check.check(new ObjectCreated(folder, "etag", 0))).isEqualTo(dropped);
        assertThat(check.check(new ObjectDeleted(folder))).isEqualTo(dropped);
    }

    @Test
    void new_withoutRoomForAByte_throws() {
        assertThatThrownBy(() -> new UploadCheck(0, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected max-image-bytes >= 1, got 0");
    }
}
