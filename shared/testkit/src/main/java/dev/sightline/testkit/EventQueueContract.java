package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.AnalysisRequested;
import dev.sightline.queue.EventQueue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EventQueue} does. */
public abstract class EventQueueContract {

    /** The queue, empty before each test. */
    protected abstract EventQueue<AnalysisRequested> queue();

    /** Everything that can be received now, in any order. */
    protected abstract List<AnalysisRequested> received();

    @Test
    void send_nothing_arrivesNothing() {
        assertThat(queue().send(List.of())).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void send_moreThanTenEvents_allArriveUnchanged() {
        List<AnalysisRequested> events = events(23, "etag");
        assertThat(queue().send(events)).isEmpty();
        assertThat(received()).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void send_largeEvents_allArriveUnchanged() {
        List<AnalysisRequested> events = events(12, "e".repeat(60_000));
        assertThat(queue().send(events)).isEmpty();
        assertThat(received()).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void send_sameEventTwice_arrivesTwice() {
        AnalysisRequested event = Fixtures.anAnalysisRequested().build();
        queue().send(List.of(event));
        queue().send(List.of(event));
        assertThat(received()).containsExactly(event, event);
    }

    private static List<AnalysisRequested> events(int count, String etag) {
        return IntStream.range(0, count)
                .mapToObj(n -> Fixtures.anAnalysisRequested()
                        .withKey("a b+é:/" + n)
                        .withEtag(etag)
                        .build())
                .toList();
    }
}
