package dev.sightline.local.system;

import java.util.ArrayList;
import java.util.List;

/** Starts the parts again that died beside a LocalStack that lives. What they held is not touched. */
final class Healing {

    private final ProcessTable processes;
    private final PartStarter starter;

    Healing(ProcessTable processes, PartStarter starter) {
        this.processes = processes;
        this.starter = starter;
    }

    /** Gives the names of what was started. */
    List<String> heal(RunningSystem system) {
        List<String> healed = new ArrayList<>();
        if (processes.find(SearchNode.NAME).isEmpty()) {
            starter.startSearch();
            healed.add(SearchNode.NAME);
        }
        if (processes.find(WorkerProcess.NAME).isEmpty()) {
            starter.startWorker(system.outputs());
            healed.add(WorkerProcess.NAME);
        }
        if (processes.find(WebProcess.NAME).isEmpty()) {
            starter.startWeb(system.outputs());
            healed.add(WebProcess.NAME);
        }
        return healed;
    }
}
