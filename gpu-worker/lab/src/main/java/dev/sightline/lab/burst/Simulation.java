package dev.sightline.lab.burst;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs a scenario until its last image can be found. Not thread-safe: one run. */
public final class Simulation {

    /** SQS keeps a message for 14 days: what waits longer is lost, so such a run says nothing. */
    static final int MOST_SECONDS = 14 * 24 * 3600;

    private static final int MOST_MOMENTS = 256;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Pipeline pipeline;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<Outcome.Queue, Double> waiting = new EnumMap<>(Outcome.Queue.class);
    private int stride = 1;
    private long peak;
    private int mostWorkers;

    private Simulation(Scenario scenario) {
        this.pipeline = new Pipeline(scenario);
    }

    /** The same scenario gives the same outcome. */
    public static Outcome run(Scenario scenario) {
        return new Simulation(scenario).outcome();
    }

    private Outcome outcome() {
        Moment last = pipeline.next();
        see(last);
        while (!pipeline.isDone() && last.second() < MOST_SECONDS) {
            last = pipeline.next();
            see(last);
        }
        if (!moments.getLast().equals(last)) {
            moments.add(last);
        }
        Arrivals arrivals = pipeline.arrivals();
        Fleet fleet = pipeline.fleet();
        return new Outcome(
                moments,
                last.found(),
                last.second(),
                peak,
                new Outcome.Waits(
                        arrivals.quantile(0.5),
                        arrivals.quantile(0.95),
                        arrivals.quantile(1),
                        arrivals.waitedSeconds()),
                bottleneck(),
                new Outcome.FleetUse(
                        mostWorkers, fleet.workerSeconds() / SECONDS_PER_HOUR, fleet.started(), fleet.lost()));
    }

    private void see(Moment moment) {
        peak = Math.max(peak, moment.waiting());
        mostWorkers = Math.max(mostWorkers, moment.running());
        waiting.merge(Outcome.Queue.UPLOAD, (double) moment.uploads(), Double::sum);
        waiting.merge(Outcome.Queue.ANALYSIS, (double) moment.analyses(), Double::sum);
        waiting.merge(Outcome.Queue.INDEX, (double) moment.changes(), Double::sum);
        if (moment.second() % stride == 0) {
            moments.add(moment);
            thinOut();
        }
    }

    /** Half as many when there are too many: what is kept is evenly spaced. */
    private void thinOut() {
        if (moments.size() > MOST_MOMENTS) {
            stride *= 2;
            moments.removeIf(moment -> moment.second() % stride != 0);
        }
    }

    private Outcome.Queue bottleneck() {
        return waiting.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
