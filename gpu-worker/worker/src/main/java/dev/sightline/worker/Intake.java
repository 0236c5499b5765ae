package dev.sightline.worker;

/** Whether messages are taken now: not while an operator has paused the queue, nor during an outage. */
record Intake(PauseWatch pause, Outage outage) {

    /** Looks again; asked by the receiving thread only. */
    LoopState look() {
        outage.look();
        if (outage.isOn()) {
            return LoopState.OUTAGE;
        }
        return pause.isPaused() ? LoopState.PAUSED : LoopState.RECEIVING;
    }
}
