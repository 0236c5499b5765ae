package dev.sightline.local.operate;

/** How many messages a queue holds, as SQS knows it: about that many. {@code inFlight} are being handled, or hidden after a failure. */
public record QueueDepth(long waiting, long inFlight) {

    public long total() {
        return waiting + inFlight;
    }
}
