package dev.sightline.lab.objects;

import dev.sightline.visual.DotGate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

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

    /** Which boxes a gate shows, in order. */
    Shown shown(DotGate gate) {
        return shown(dot -> gate.shows(dot.signals()));
    }

    /** Which boxes a rule shows, in order. */
    Shown shown(Predicate<JudgedDot> rule) {
        boolean[] shown = new boolean[dots.size()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = rule.test(dots.get(i));
        }
        return new Shown(this, shown);
    }
}
