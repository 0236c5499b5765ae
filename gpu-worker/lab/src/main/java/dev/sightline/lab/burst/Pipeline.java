package dev.sightline.lab.burst;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The flow of images, second by second: they come, ingest takes them in, workers analyze them, the indexer writes them. An image spends
 * at least a second in each queue. Not thread-safe: one run.
 */
final class Pipeline {

    private final Scenario scenario;
    private final FunctionStage ingest;
    private final FunctionStage indexer;
    private final Fleet fleet;
    private final Arrivals arrivals = new Arrivals();
    private final Deque<Hidden> hidden = new ArrayDeque<>();

    private int second;
    private long came;
    private long uploads;
    private long analyses;
    private long hiddenAnalyses;
    private long changes;
    private long found;

    Pipeline(Scenario scenario) {
        this.scenario = scenario;
        this.ingest = new FunctionStage(scenario.ingest());
        this.indexer = new FunctionStage(scenario.indexer());
        this.fleet = new Fleet(scenario.workers(), scenario.seed());
    }

    /** Messages that a lost worker held. */
    private record Hidden(int untilSecond, long messages) {}

    /** The next second: from the last stage to the first, so that nothing passes two stages at once. */
    Moment next() {
        long indexed = indexer.handle(changes);
        changes -= indexed;
        found += indexed;
        analyze();
        long taken = ingest.handle(uploads);
        uploads -= taken;
        analyses += taken;
        long arrived = arrivedUntil(second + 1) - came;
        came += arrived;
        uploads += arrived;
        arrivals.add(arrived);
        arrivals.found(indexed, second);
        second++;
        return now();
    }

    private void analyze() {
        comeAgain();
        fleet.finishBoots(second);
        hide(fleet.lose());
        long analyzed = fleet.analyze(analyses);
        analyses -= analyzed;
        changes += analyzed;
        // What a worker has taken is not seen any more.
        fleet.scale(second, analyses);
    }

    private void hide(int lostWorkers) {
        Scenario.Spot spot = scenario.workers().spot();
        long messages = Math.min(analyses, (long) lostWorkers * spot.held());
        if (messages > 0) {
            analyses -= messages;
            hiddenAnalyses += messages;
            hidden.addLast(new Hidden(second + spot.hiddenSeconds(), messages));
        }
    }

    private void comeAgain() {
        while (!hidden.isEmpty() && hidden.getFirst().untilSecond() <= second) {
            long messages = hidden.removeFirst().messages();
            hiddenAnalyses -= messages;
            analyses += messages;
        }
    }

    private long arrivedUntil(int end) {
        return Math.min(scenario.images(), (long) (end * scenario.uploadsPerSecond()));
    }

    private Moment now() {
        return new Moment(
                second,
                uploads,
                analyses + hiddenAnalyses,
                changes,
                fleet.running(),
                fleet.booting(),
                found,
                arrivals.lag(second - 1));
    }

    /** Whether all images came and can be found. */
    boolean isDone() {
        return found == scenario.images();
    }

    /** Images that came so far. */
    long came() {
        return came;
    }

    Fleet fleet() {
        return fleet;
    }

    Arrivals arrivals() {
        return arrivals;
    }
}
