package dev.sightline.lab.burst;

/** A function that takes batches from its queue, more at once while messages wait. Not thread-safe: one run. */
final class FunctionStage {

    private final Scenario.Function function;
    private final Throughput throughput = new Throughput();
    private int concurrency;

    FunctionStage(Scenario.Function function) {
        this.function = function;
        this.concurrency = first();
    }

    /** How many of the waiting messages are handled in the next second. */
    long handle(long waiting) {
        long handled = throughput.take(waiting, function.perSecond(concurrency));
        concurrency = handled < waiting
                ? Math.min(function.maxConcurrency(), concurrency + Scenario.Function.MORE_CONCURRENCY)
                : first();
        return handled;
    }

    private int first() {
        return Math.min(function.maxConcurrency(), Scenario.Function.FIRST_CONCURRENCY);
    }
}
