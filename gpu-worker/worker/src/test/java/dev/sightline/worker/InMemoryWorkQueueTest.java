package dev.sightline.worker;

import java.time.Duration;

class InMemoryWorkQueueTest extends WorkQueueContract {

    private final InMemoryWorkQueue queue = new InMemoryWorkQueue(new MutableClock(), Duration.ofMinutes(1));

    @Override
    WorkQueue queue() {
        return queue;
    }

    @Override
    void send(String body) {
        queue.send(body);
    }

    @Override
    void pause(boolean now) {
        queue.pause(now);
    }
}
