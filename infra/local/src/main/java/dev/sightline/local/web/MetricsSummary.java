package dev.sightline.local.web;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sightline.events.MetricNames;
import dev.sightline.local.web.MetricLogs.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the last hour, as the page draws them. Times are in milliseconds. What was not told in that time is absent. This class is run without those of
 * {@link MetricNames}: its names are constants, which the compiler copies.
 *
 * @param minutes how long the window is
 * @param answersByMinute one entry for each minute of the window, the last one is now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MetricsSummary(
        long minutes,
        @Nullable Spread freshness,
        double imagesLost,
        @Nullable Spread answerTime,
        double partialAnswers,
        List<Integer> answersByMinute,
        List<Source> sources,
        @Nullable Dots dots,
        Worker worker) {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final double P50 = 0.5;
    private static final double P95 = 0.95;
    private static final double SECONDS_PER_HOUR = 3600;

    /** How many, the middle one, and the one that 95 of 100 do not exceed; by nearest rank. */
    record Spread(int count, double p50, double p95) {

        static @Nullable Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.isEmpty() ? null : new Spread(sorted.size(), rank(sorted, P50), rank(sorted, P95));
        }

        private static double rank(List<Double> sorted, double share) {
            return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    /** A source of candidates; {@code missing}: how often it was late or failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(String name, @Nullable Spread time, double missing) {}

    /** The gate of dots; {@code passRate}: the share of detected objects that became dots, 0..1. */
    record Dots(double shown, double hidden, double passRate) {}

    /** Stages in mean milliseconds, images by outcome, and machines. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worker(
            Map<String, Double> stages,
            Map<String, Double> images,
            @Nullable Double embedderBatch,
            List<Machine> machines,
            @Nullable Double gpuUtilization) {}

    /** Workers of one kind: their hours, and what those cost in USD by the price table, absent for a kind without a price. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Machine(String device, double hours, @Nullable Double usd) {}

    static MetricsSummary of(List<Told> told, Instant now, Prices prices) {
        return new MetricsSummary(
                WINDOW.toMinutes(),
                Spread.of(numbers(told, MetricNames.FRESHNESS)),
                sum(told, MetricNames.IMAGES_LOST),
                Spread.of(numbers(told, MetricNames.ANSWER_TIME)),
                sum(told, MetricNames.PARTIAL_ANSWERS),
                byMinute(told, now),
                sources(told),
                dots(told),
                worker(told, prices));
    }

    private static List<Integer> byMinute(List<Told> told, Instant now) {
        long minutes = WINDOW.toMinutes();
        Map<Long, Long> counts = told.stream()
                .filter(one -> one.number(MetricNames.ANSWERS).isPresent())
                .collect(Collectors.groupingBy(
                        one -> Duration.between(Instant.ofEpochMilli(one.timestamp()), now)
                                .toMinutes(),
                        Collectors.counting()));
        return IntStream.iterate((int) minutes - 1, ago -> ago >= 0, ago -> ago - 1)
                .mapToObj(ago -> counts.getOrDefault((long) ago, 0L).intValue())
                .toList();
    }

    private static List<Source> sources(List<Told> told) {
        List<Source> sources = new ArrayList<>();
        by(told, MetricNames.SOURCE)
                .forEach((name, of) -> sources.add(new Source(
                        name, Spread.of(numbers(of, MetricNames.SOURCE_TIME)), sum(of, MetricNames.SOURCES_MISSING))));
        return sources;
    }

    private static @Nullable Dots dots(List<Told> told) {
        double shown = sum(told, MetricNames.DOTS_SHOWN);
        double hidden = sum(told, MetricNames.DOTS_HIDDEN);
        return shown + hidden == 0 ? null : new Dots(shown, hidden, shown / (shown + hidden));
    }

    private static Worker worker(List<Told> told, Prices prices) {
        return new Worker(
                each(by(told, MetricNames.STAGE), of -> mean(numbers(of, MetricNames.STAGE_TIME))),
                each(by(told, MetricNames.OUTCOME), of -> sum(of, MetricNames.WORKED_IMAGES)),
                mean(numbers(told, MetricNames.EMBEDDER_BATCH)),
                machines(told, prices),
                mean(numbers(told, MetricNames.GPU_UTILIZATION)));
    }

    private static List<Machine> machines(List<Told> told, Prices prices) {
        return by(told, MetricNames.DEVICE).entrySet().stream()
                .map(kind -> machine(
                        kind.getKey(), sum(kind.getValue(), MetricNames.WORKER_TIME) / SECONDS_PER_HOUR, prices))
                .toList();
    }

    private static Machine machine(String device, double hours, Prices prices) {
        var price = prices.ofWorker(device);
        return new Machine(device, hours, price.isPresent() ? hours * price.getAsDouble() : null);
    }

    private static Map<String, List<Told>> by(List<Told> told, String dimension) {
        return told.stream()
                .filter(one -> one.dimension(dimension).isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.dimension(dimension).orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    private static Map<String, Double> each(Map<String, List<Told>> groups, Function<List<Told>, @Nullable Double> of) {
        Map<String, Double> values = new TreeMap<>(naturalOrder());
        groups.forEach((name, group) -> {
            Double value = of.apply(group);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static @Nullable Double mean(List<Double> values) {
        return values.isEmpty()
                ? null
                : values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double sum(List<Told> told, String name) {
        return values(told, name).mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> numbers(List<Told> told, String name) {
        return values(told, name).toList();
    }

    private static Stream<Double> values(List<Told> told, String name) {
        return told.stream().flatMap(one -> one.number(name).stream());
    }
}
