package dev.sightline.local.bench;

import dev.sightline.local.terminal.LauncherException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is measured, in the order in which it is: first what wants the machine for itself. */
public enum BenchStep {
    /** Small parts by themselves. */
    MICRO,
    /** Codes in an OpenSearch of their own. */
    SEARCH,
    /** Images a second from upload to index. */
    PIPELINE,
    /** Other ways to do the same, beside the running system. */
    PEERS,
    /** Cold and warm functions, and what the blender adds. */
    FUNCTIONS,
    /** Rising rates, and a soak. */
    LOAD;

    /** Its name on the command line and of its file. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks a running system. */
    boolean needsSystem() {
        return switch (this) {
            case MICRO, SEARCH -> false;
            case PIPELINE, PEERS, FUNCTIONS, LOAD -> true;
        };
    }

    /**
     * Those of these names, all if there is none.
     *
     * @throws LauncherException for a name that no step has
     */
    public static Set<BenchStep> named(List<String> names) {
        return names.isEmpty()
                ? EnumSet.allOf(BenchStep.class)
                : names.stream()
                        .map(BenchStep::named)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BenchStep.class)));
    }

    private static BenchStep named(String name) {
        return Arrays.stream(values())
                .filter(step -> step.slug().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("--only: expected one of %s, got %s"
                        .formatted(Arrays.stream(values()).map(BenchStep::slug).toList(), name)));
    }
}
