package dev.sightline.local.upload;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads metrics in the text form of Prometheus. */
public final class PrometheusText {

    private PrometheusText() {}

    /**
     * The sum of a counter's samples of which one tag has one of the given values; empty if there is no such sample.
     *
     * @param tag such as {@code outcome}
     */
    public static OptionalLong counter(String metrics, String name, String tag, Set<String> values) {
        List<String> samples = metrics.lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> values.stream().anyMatch(value -> line.contains("%s=\"%s\"".formatted(tag, value))))
                .toList();
        if (samples.isEmpty()) {
            return OptionalLong.empty();
        }
        double sum = samples.stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return OptionalLong.of(Math.round(sum));
    }
}
