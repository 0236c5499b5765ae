package dev.sightline.lab.burst;

/** Whole messages out of a rate that need not be whole: what is left of a message is carried over. Not thread-safe: one run. */
final class Throughput {

    private double credit;

    /** How many of the waiting ones are taken in a second at that rate; what is not used up cannot be used later. */
    long take(long waiting, double perSecond) {
        credit += perSecond;
        long taken = Math.min(waiting, (long) credit);
        credit -= taken;
        credit -= Math.floor(credit);
        return taken;
    }
}
