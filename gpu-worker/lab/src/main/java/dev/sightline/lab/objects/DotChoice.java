package dev.sightline.lab.objects;

import dev.sightline.visual.DotGate;

/** A way to choose dots under a name, and what it shows on both data sets. */
record DotChoice(String name, Shown tuning, Shown evaluation) {

    /** Every box. */
    static DotChoice open(DotTrial any) {
        return of("none", any, DotGate.OPEN);
    }

    /** The gate of a trial, or another one over the same signals. */
    static DotChoice of(String name, DotTrial trial, DotGate gate) {
        return new DotChoice(
                name, trial.tuning().shown(gate), trial.evaluation().shown(gate));
    }

    /** The boxes of which the detector is surest: no search, but the natural rival of a gate. */
    static DotChoice confident(DotTrial any, double minRecall) {
        double floor = ConfidenceFloor.best(any.tuning(), minRecall);
        return new DotChoice(
                "confidence >= %.3f".formatted(floor),
                any.tuning().shown(dot -> dot.confidence() >= floor),
                any.evaluation().shown(dot -> dot.confidence() >= floor));
    }
}
