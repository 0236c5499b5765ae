package dev.sightline.lab.command;

import dev.sightline.lab.report.Section;
import java.util.List;
import java.util.Set;

/** Protocols that share their work. */
interface ProtocolGroup {

    /** The protocols' short names, for example {@code p1}, in the order of their sections. */
    List<String> protocols();

    /** Whether what they measure on is there. */
    boolean canRun(EvaluationSettings settings);

    /** The option that gives them what they measure on. */
    String needs();

    /** The sections of those protocols that are wanted, at least one. */
    List<Section> run(EvaluationInput input, Set<String> wanted);
}
