package dev.sightline.histories;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps, one after the other, and the order in which what is left is delivered at the end. */
record History(List<Step> steps, Leftovers leftovers) {

    enum Leftovers {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /**
     * What happens at the same time. Each action but a delivery is done at once; deliveries stop before each port call, and the {@code
     * turns} (each modulo the number of actions that are not over) say who goes on; after the last turn one after the other.
     */
    record Step(List<Action> actions, List<Integer> turns) {

        Step {
            actions = List.copyOf(actions);
            turns = List.copyOf(turns);
        }

        @Override
        public String toString() {
            String text = actions.stream().map(Action::toString).collect(Collectors.joining(" | "));
            return actions.size() == 1 ? text : "at the same time, turns %s: %s".formatted(turns, text);
        }
    }

    History {
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> "%n  %2d. %s".formatted(i + 1, steps.get(i)))
                .collect(Collectors.joining("", "", "%n  then the rest, %s".formatted(leftovers)));
    }
}
