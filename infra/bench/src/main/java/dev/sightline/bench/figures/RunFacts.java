package dev.sightline.bench.figures;

import dev.sightline.lab.report.Machine;
import java.util.Map;

/**
 * On what a run ran: the machine, the versions of what runs everywhere, and the version and commit of Sightline. {@code load}: mean number of
 * processes that wanted a core in the minute before the run, so that a busy machine is seen; below zero where the system does not tell. {@code began}: ISO 8601.
 */
public record RunFacts(
        String sightline, Machine machine, String kernel, Map<String, String> versions, double load, String began) {

    public RunFacts {
        versions = Map.copyOf(versions);
    }
}
