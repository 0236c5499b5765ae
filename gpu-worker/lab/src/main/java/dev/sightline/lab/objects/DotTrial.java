package dev.sightline.lab.objects;

import dev.sightline.policy.DotPolicy;
import dev.sightline.visual.DotGate;

/** A setting, the gate that was chosen for it on the tuning data, and the boxes of both data sets with their signals under it. */
record DotTrial(DotSetting setting, DotGate gate, JudgedDots tuning, JudgedDots evaluation) {

    /** Chooses the gate: the most precise on the tuning data that keeps {@code minRecall} of the right boxes there. */
    static DotTrial of(DotSetting setting, JudgedDots tuning, JudgedDots evaluation, double minRecall) {
        DotGate gate = DotGateSweep.of(tuning, DotGateSweep.Signals.ALL).best(minRecall);
        return new DotTrial(setting, gate, tuning, evaluation);
    }

    /** The precision of the gate on the data on which it was chosen. */
    double tunedPrecision() {
        return tuning.shown(gate).outcome().precision().orElse(0);
    }

    /** The same as a part of a policy. */
    DotPolicy policy() {
        return new DotPolicy(setting.collection().kind(), setting.neighbors(), DotSetting.MIN_CATEGORIZED, gate);
    }

    /** How the boxes were searched. */
    String words() {
        return "%s, %d results".formatted(setting.collection().name(), setting.neighbors());
    }
}
