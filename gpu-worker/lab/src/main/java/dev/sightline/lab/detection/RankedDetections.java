package dev.sightline.lab.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The judged detections of many images in one order, the surest first, so that each resampling of the images is one pass over arrays.
 *
 * <p>Immutable, safe for all threads.
 */
final class RankedDetections {

    private record Ranked(int image, Judgement judgement) {}

    private final int[] objects;
    private final int[] images;
    private final boolean[] right;
    private final double[] confidences;

    RankedDetections(List<JudgedImage> judged) {
        objects = judged.stream().mapToInt(JudgedImage::objects).toArray();
        List<Ranked> surestFirst = surestFirst(judged);
        int size = surestFirst.size();
        images = new int[size];
        right = new boolean[size];
        confidences = new double[size];
        for (int i = 0; i < size; i++) {
            Ranked ranked = surestFirst.get(i);
            images[i] = ranked.image();
            right[i] = ranked.judgement().right();
            confidences[i] = ranked.judgement().confidence();
        }
    }

    private static List<Ranked> surestFirst(List<JudgedImage> judged) {
        List<Ranked> all = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            for (Judgement judgement : judged.get(i).judgements()) {
                all.add(new Ranked(i, judgement));
            }
        }
        all.sort(
                Comparator.comparingDouble((Ranked ranked) -> ranked.judgement().confidence())
                        .reversed());
        return all;
    }

    /** The curve over each image once. */
    PrecisionRecallCurve curve() {
        int[] once = new int[objects.length];
        Arrays.fill(once, 1);
        return curve(once);
    }

    /** The curve over image i taken {@code times[i]} times. */
    PrecisionRecallCurve curve(int[] times) {
        var curve = new PrecisionRecallCurve.Builder(objects(times), confidences.length);
        int from = 0;
        while (from < confidences.length) {
            int to = endOfGroup(from);
            addGroup(from, to, times, curve);
            from = to;
        }
        return curve.build();
    }

    private void addGroup(int from, int to, int[] times, PrecisionRecallCurve.Builder curve) {
        long rightOnes = 0;
        long ones = 0;
        for (int i = from; i < to; i++) {
            ones += times[images[i]];
            rightOnes += right[i] ? times[images[i]] : 0;
        }
        curve.add(confidences[from], rightOnes, ones);
    }

    private int endOfGroup(int from) {
        int to = from + 1;
        while (to < confidences.length && confidences[to] == confidences[from]) {
            to++;
        }
        return to;
    }

    private long objects(int[] times) {
        long sum = 0;
        for (int i = 0; i < objects.length; i++) {
            sum += (long) objects[i] * times[i];
        }
        return sum;
    }
}
