package dev.sightline.blender.respond;

import dev.sightline.blender.search.SearchedQuery;
import dev.sightline.blender.search.SourceOutcome;
import dev.sightline.events.MetricNames;
import dev.sightline.metrics.Metric;
import dev.sightline.metrics.Metrics;
import dev.sightline.metrics.Metrics.Dimension;
import dev.sightline.policy.CandidateSource;
import java.util.Map;

/** Tells how long answers and their sources took, and what was missing. */
public final class AnswerMetrics {

    private static final double ONE = 1;

    private final Metrics metrics;

    public AnswerMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /** An answer is ready. */
    public void answered(SearchedQuery searched, Answer answer) {
        metrics.record(Map.of(
                Metric.ANSWERS, ONE, Metric.PARTIAL_ANSWERS, answer.partial() ? ONE : 0, Metric.ANSWER_TIME, (double)
                        answer.tookMs()));
        searched.focuses().stream()
                .flatMap(focus -> focus.outcomes().stream())
                .forEach(outcome -> metrics.record(dimension(outcome.source()), numbers(outcome)));
    }

    private static Map<Metric, Double> numbers(SourceOutcome outcome) {
        return switch (outcome) {
            case SourceOutcome.Found found ->
                Map.of(Metric.SOURCE_TIME, (double) found.took().toMillis());
            case SourceOutcome.Late late ->
                Map.of(Metric.SOURCE_TIME, (double) late.budget().toMillis(), Metric.SOURCES_MISSING, ONE);
            case SourceOutcome.Failed _ -> Map.of(Metric.SOURCES_MISSING, ONE);
            case SourceOutcome.NotTriggered _ -> Map.of();
        };
    }

    private static Dimension dimension(CandidateSource source) {
        return new Dimension(MetricNames.SOURCE, source.slug());
    }
}
