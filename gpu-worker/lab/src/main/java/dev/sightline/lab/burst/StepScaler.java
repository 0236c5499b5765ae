package dev.sightline.lab.burst;

/** Steps up by the backlog of each wanted worker, halves when hardly anything waits. Not thread-safe: one run. */
final class StepScaler implements Scaler {

    private final Scenario.Scaling.Steps scaling;
    private final int max;
    private int wanted;
    private int looksAtMuch;
    private int looksAtLittle;
    private long nextOut;
    private long nextIn;

    StepScaler(Scenario.Scaling.Steps scaling, int wanted, int max) {
        this.scaling = scaling;
        this.wanted = wanted;
        this.max = max;
    }

    @Override
    public int wanted(long second, long waiting, int there) {
        double each = (double) waiting / Math.max(1, wanted);
        looksAtMuch = each >= scaling.steps().getFirst().backlog() ? looksAtMuch + 1 : 0;
        looksAtLittle = each < scaling.little() ? looksAtLittle + 1 : 0;
        if (looksAtMuch >= scaling.outLooks() && second >= nextOut) {
            wanted = Math.min(max, wanted + more(each));
            nextOut = second + scaling.outCooldownSeconds();
        } else if (looksAtLittle >= scaling.inLooks() && second >= nextIn) {
            wanted = wanted / 2;
            nextIn = second + scaling.inCooldownSeconds();
        }
        return wanted;
    }

    private int more(double backlog) {
        int more = 0;
        for (Scenario.Scaling.Step step : scaling.steps()) {
            more = backlog >= step.backlog() ? step.more() : more;
        }
        return more;
    }
}
