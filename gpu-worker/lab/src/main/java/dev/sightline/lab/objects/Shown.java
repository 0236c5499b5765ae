package dev.sightline.lab.objects;

import dev.sightline.lab.objects.JudgedDots.Outcome;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Which of judged boxes are shown: decided once, counted often. */
final class Shown {

    private final JudgedDots dots;
    private final boolean[] shown;

    /** Takes the array over: one value per box. */
    Shown(JudgedDots dots, boolean[] shown) {
        this.dots = dots;
        this.shown = shown;
    }

    /** The outcome over all pictures. */
    Outcome outcome() {
        int[] once = new int[dots.pictures()];
        Arrays.fill(once, 1);
        return outcome(once);
    }

    /** The outcome with picture i taken {@code times[i]} times. */
    Outcome outcome(int[] times) {
        long all = 0;
        long right = 0;
        long allRight = 0;
        for (int i = 0; i < shown.length; i++) {
            JudgedDot dot = dots.dots().get(i);
            int weight = times[dot.picture()];
            all += shown[i] ? weight : 0;
            right += shown[i] && dot.right() ? weight : 0;
            allRight += dot.right() ? weight : 0;
        }
        return new Outcome(all, right, allRight);
    }

    /** How many pictures have no dot. */
    long picturesWithout() {
        return dots.pictures()
                - IntStream.range(0, shown.length)
                        .filter(i -> shown[i])
                        .map(i -> dots.dots().get(i).picture())
                        .distinct()
                        .count();
    }

    /** The precision of these minus that of others, over the same pictures; absent if either shows none. */
    OptionalDouble precisionGain(Shown other, int[] times) {
        OptionalDouble own = outcome(times).precision();
        OptionalDouble others = other.outcome(times).precision();
        return own.isPresent() && others.isPresent()
                ? OptionalDouble.of(own.getAsDouble() - others.getAsDouble())
                : OptionalDouble.empty();
    }
}
