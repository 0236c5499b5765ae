package dev.sightline.histories;

import java.util.ArrayList;
import java.util.List;

/** One history from beginning to end, and what is wrong then. */
final class Replay {

    private Replay() {}

    /** In what the index differs from the bucket at the end; the same for the same history and rules. */
    static List<String> differences(History history, Rules rules) {
        return run(history, rules, Narration.silent());
    }

    /** All that happened, line by line, and the differences. */
    static String told(History history, Rules rules) {
        Narration narration = Narration.told();
        List<String> differences = run(history, rules, narration);
        return "%s%nAt the end:%n      %s"
                .formatted(
                        String.join(System.lineSeparator(), narration.lines()),
                        String.join(System.lineSeparator() + "      ", differences));
    }

    private static List<String> run(History history, Rules rules, Narration narration) {
        Pipeline pipeline = new Pipeline(rules, narration);
        history.steps().forEach(pipeline::perform);
        boolean settled = pipeline.drain(history.leftovers());
        List<String> differences = new ArrayList<>(Comparison.differences(pipeline));
        if (!settled) {
            differences.add("messages that never succeed");
        }
        return differences;
    }
}
