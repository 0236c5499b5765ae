package dev.sightline.lab.burst;

/** Decides at each look at the queue how many workers are wanted. Not thread-safe: one run. */
interface Scaler {

    /** How many are wanted from now on, within no limits; {@code there} is how many run or boot. */
    int wanted(long second, long waiting, int there);

    /** The way of a scenario; {@code wanted} at first. */
    static Scaler of(Scenario.Scaling scaling, int wanted, int max) {
        return switch (scaling) {
            case Scenario.Scaling.Steps steps -> new StepScaler(steps, wanted, max);
            case Scenario.Scaling.Proportional proportional -> new ProportionalScaler(proportional);
        };
    }
}
