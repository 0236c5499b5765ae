package dev.sightline.lab.burst;

/** As many workers as the backlog is a multiple of. Not thread-safe: one run. */
final class ProportionalScaler implements Scaler {

    private final Scenario.Scaling.Proportional scaling;
    private long nextOut;
    private long nextIn;

    ProportionalScaler(Scenario.Scaling.Proportional scaling) {
        this.scaling = scaling;
    }

    @Override
    public int wanted(long second, long waiting, int there) {
        int wanted = Math.toIntExact(Math.min(Integer.MAX_VALUE, Math.ceilDiv(waiting, scaling.backlogPerWorker())));
        if (wanted > there && second >= nextOut) {
            nextOut = second + scaling.outCooldownSeconds();
            nextIn = second + scaling.inCooldownSeconds();
            return wanted;
        }
        if (wanted < there && second >= nextIn) {
            nextIn = second + scaling.inCooldownSeconds();
            return wanted;
        }
        return there;
    }
}
