package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings what was built since it was deployed into a system that runs: a function's code by its zip alone, which takes a second, anything else by
 * deploying the stacks again. What is in the buckets and the queues stays.
 */
final class Upgrade {

    private final Places places;
    private final ProcessTable processes;
    private final ProcessPartStarter parts;
    private final Console console;
    private final FunctionZips zips;
    private final StackSources stacks;

    Upgrade(Places places, ProcessTable processes, ProcessPartStarter parts, Console console) {
        this.places = places;
        this.processes = processes;
        this.parts = parts;
        this.console = console;
        this.zips = new FunctionZips(places.root());
        this.stacks = new StackSources(places.root());
    }

    /** SHA-256 of everything as it is built now. */
    Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>(zips.hashes());
        hashes.put(RunningSystem.STACKS, stacks.hash());
        return hashes;
    }

    /** The system as it is then, and what was brought: nothing if all of it is deployed. */
    Upgraded bring(RunningSystem system) {
        if (!stacks.hash().equals(system.deployed().get(RunningSystem.STACKS))) {
            return deployAgain(system);
        }
        List<String> functions = zips.update(system);
        return functions.isEmpty()
                ? new Upgraded(system, List.of())
                : new Upgraded(written(system, system.outputs()), functions);
    }

    private Upgraded deployAgain(RunningSystem system) {
        Instant start = Instant.now();
        console.progress("  … deploying the stacks again, which changed");
        Path tools = new Preparation(places, console).nodeTools();
        Deployment deployment = new Deployment(places, parts, tools);
        deployment.synthesize();
        Map<String, String> outputs = deployment.deploy();
        RunningSystem upgraded = written(system, outputs);
        if (!outputs.equals(system.outputs())) {
            restart(upgraded);
        }
        console.done("stacks deployed again by the CDK app", Duration.between(start, Instant.now()));
        return new Upgraded(upgraded, List.of(RunningSystem.STACKS));
    }

    /** The parts that were told what the stacks gave out, and would go on with what it was. */
    private void restart(RunningSystem upgraded) {
        processes.stop(WebProcess.NAME);
        processes.stop(WorkerProcess.NAME);
        new Healing(processes, parts).heal(upgraded);
    }

    private RunningSystem written(RunningSystem system, Map<String, String> outputs) {
        RunningSystem upgraded = system.withDeployed(outputs, hashes());
        upgraded.write(places.state());
        return upgraded;
    }

    /** A system, and the names of what was brought into it. */
    record Upgraded(RunningSystem system, List<String> parts) {}
}
