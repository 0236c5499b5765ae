package dev.sightline.worker;

import dev.sightline.visual.SightlineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A queue that does what another does, but for what a subclass changes. */
class ForwardingWorkQueue implements WorkQueue {

    private final WorkQueue queue;

    ForwardingWorkQueue(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<WorkMessage> receive(int limit, Duration wait) {
        return queue.receive(limit, wait);
    }

    @Override
    public Map<WorkMessage, SightlineException> delete(List<WorkMessage> messages) {
        return queue.delete(messages);
    }

    @Override
    public Map<WorkMessage, SightlineException> hide(List<WorkMessage> messages, Duration time) {
        return queue.hide(messages, time);
    }

    @Override
    public boolean paused() {
        return queue.paused();
    }
}
