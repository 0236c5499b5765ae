package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingEventQueueTest extends EventQueueContract {

    private final RecordingEventQueue<AnalysisRequested> queue = new RecordingEventQueue<>();

    @Override
    protected EventQueue<AnalysisRequested> queue() {
        return queue;
    }

    @Override
    protected List<AnalysisRequested> received() {
        return queue.sent();
    }

    @Test
    void send_refusedPositions_areReportedAndNotRecorded() {
        queue.refuse(0, 2);
        AnalysisRequested middle =
                Fixtures.anAnalysisRequested().withKey("middle").build();
        AnalysisRequested other = Fixtures.anAnalysisRequested().build();
        var refused = queue.send(List.of(other, middle, other));
        assertThat(refused).containsOnlyKeys(0, 2);
        assertThat(refused.values()).allMatch(reason -> reason.code() == ErrorCode.STORAGE_UNAVAILABLE);
        assertThat(queue.sent()).containsExactly(middle);
        queue.refuse();
        assertThat(queue.send(List.of(other))).isEmpty();
    }
}
