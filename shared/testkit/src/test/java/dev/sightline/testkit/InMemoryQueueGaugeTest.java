package dev.sightline.testkit;

import dev.sightline.queue.QueueDepth;
import dev.sightline.queue.QueueGauge;

class InMemoryQueueGaugeTest extends QueueGaugeContract {

    private final InMemoryQueueGauge gauge = new InMemoryQueueGauge();

    @Override
    protected QueueGauge gauge() {
        return gauge;
    }

    @Override
    protected void send() {
        add(1, 0, 0);
    }

    @Override
    protected void receive() {
        add(-1, 1, 0);
    }

    @Override
    protected void giveUp() {
        add(0, 0, 1);
    }

    private void add(long waiting, long inFlight, long deadLetters) {
        QueueDepth now = gauge.read().getFirst();
        gauge.show(now.waiting() + waiting, now.inFlight() + inFlight, now.deadLetters() + deadLetters);
    }
}
