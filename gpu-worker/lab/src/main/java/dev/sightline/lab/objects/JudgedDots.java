package dev.sightline.lab.objects;

import dev.sightline.visual.DotGate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The boxes of {@code pictures} pictures, and what a gate makes of them. */
record JudgedDots(int pictures, List<JudgedDot> dots) {

    JudgedDots {
        dots = List.copyOf(dots);
    }

    /**
     * What a gate does: {@code shown} dots, {@code right} of them at an object of their name, out of {@code allRight} such boxes.
     */
    record Outcome(long shown, long right, long allRight) {

        /** The share of shown dots that are right; absent if none is shown. */
        OptionalDouble precision() {
            return shown == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / shown);
        }

        /** The share of right boxes that are shown; absent if there is none. */
        OptionalDouble recall() {
            return allRight == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / allRight);
        }
    }

    /** The outcome over all pictures. */
    Outcome outcome(DotGate gate) {
        int[] once = new int[pictures];
        Arrays.fill(once, 1);
        return outcome(gate, once);
    }

    /** The outcome with picture i taken {@code times[i]} times. */
    Outcome outcome(DotGate gate, int[] times) {
        long shown = 0;
        long right = 0;
        long allRight = 0;
        for (JudgedDot dot : dots) {
            int weight = times[dot.picture()];
            boolean shows = gate.shows(dot.signals());
            shown += shows ? weight : 0;
            right += shows && dot.right() ? weight : 0;
            allRight += dot.right() ? weight : 0;
        }
        return new Outcome(shown, right, allRight);
    }

    /** How many pictures have no dot. */
    long withoutDots(DotGate gate) {
        long with = dots.stream()
                .filter(dot -> gate.shows(dot.signals()))
                .mapToInt(JudgedDot::picture)
                .distinct()
                .count();
        return pictures - with;
    }
}
