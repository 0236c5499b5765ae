package dev.sightline.bench.figures;

import java.util.List;

/** The middle of some values, the least and the largest of them; {@code min <= median <= max}. */
public record Spread(double median, double min, double max) {

    /** Of a non-empty list; the mean of the two middle ones if their number is even. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Half of what lies between the least and the largest, as a share of the median; 0 if all are zero. */
    public double share() {
        return max == 0 ? 0 : (max - min) / 2 / Math.max(median, Double.MIN_NORMAL);
    }
}
