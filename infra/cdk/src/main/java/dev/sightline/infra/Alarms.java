package dev.sightline.infra;

import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.opensearchservice.Domain;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The alarms, all of which write to one topic. Where nothing happened, nothing is wrong. */
final class Alarms {

    private static final Duration WAITED_TOO_LONG = Duration.minutes(30);
    private static final Duration FRESH = Duration.minutes(10);
    private static final Duration PATIENCE = Duration.seconds(3);
    private static final int PARTIAL_PERCENT = 20;
    private static final int FREE_MB = 20_480;
    private static final int HEAP_PERCENT = 85;
    private static final int VECTORS_PERCENT = 85;

    private final Construct scope;
    private final SnsAction tell;

    Alarms(Construct scope, Topic topic) {
        this.scope = scope;
        tell = new SnsAction(topic);
    }

    void watchQueue(String name, WorkQueue queue) {
        above(name + "-dead-letters", "Messages failed for good: look, mend, redrive", Figures.dead(queue), 0, 1);
        above(
                name + "-oldest",
                "The oldest message has waited for long",
                Figures.oldest(queue),
                WAITED_TOO_LONG.toSeconds(),
                2);
    }

    void watchFunction(SightlineFunction function) {
        String name = function.getNode().getId();
        above(name + "-errors", "The function failed as a whole", Figures.errors(function), 0, 2);
        above(name + "-throttles", "The function was refused", Figures.throttles(function), 0, 2);
    }

    void watchApi(RestApi api) {
        above("api-errors", "Requests were answered with 5xx", Figures.serverErrors(api), 0, 2);
        above("api-latency", "One request in twenty takes too long", Figures.latency(api), millis(PATIENCE), 3);
    }

    /** What the functions say of themselves. */
    void watchAnswers() {
        above("freshness", "One image in twenty is indexed too late", Figures.freshness(), millis(FRESH), 3);
        above("partial-answers", "Many answers lack a source", Figures.partialPercent(), PARTIAL_PERCENT, 3);
    }

    void watchSearch(Domain domain) {
        above("search-red", "A shard is gone", domain.metricClusterStatusRed(Figures.of("Maximum")), 0, 1);
        above(
                "search-yellow",
                "A copy of a shard is gone",
                domain.metricClusterStatusYellow(Figures.of("Maximum")),
                0,
                3);
        above(
                "search-writes-blocked",
                "OpenSearch takes no documents",
                domain.metricClusterIndexWritesBlocked(Figures.of("Maximum")),
                0,
                1);
        above(
                "search-heap",
                "The heap is full",
                domain.metricJVMMemoryPressure(Figures.of("Maximum")),
                HEAP_PERCENT,
                3);
        above(
                "search-vectors",
                "The graphs of vectors fill their memory",
                domain.metric("KNNGraphMemoryUsagePercentage", Figures.of("Maximum")),
                VECTORS_PERCENT,
                3);
        above(
                "search-breaker",
                "The circuit breaker of the vectors is open: graphs are taken out of memory to load others",
                domain.metric("KNNCircuitBreakerTriggered", Figures.of("Maximum")),
                0,
                1);
        below("search-disk", "A disk is nearly full", domain.metricFreeStorageSpace(Figures.of("Minimum")), FREE_MB);
    }

    void watchAnalyzers(Analyzers analyzers) {
        below(
                "analyzers",
                "No worker answers for queries",
                analyzers.targetGroup().getMetrics().healthyHostCount(Figures.of("Minimum")),
                1);
    }

    private void above(String name, String description, IMetric metric, Number limit, int periods) {
        alarm(name, description, metric)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .threshold(limit)
                .evaluationPeriods(periods)
                .build()
                .addAlarmAction(tell);
    }

    private void below(String name, String description, IMetric metric, Number limit) {
        alarm(name, description, metric)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .threshold(limit)
                .evaluationPeriods(1)
                .build()
                .addAlarmAction(tell);
    }

    private Alarm.Builder alarm(String name, String description, IMetric metric) {
        return Alarm.Builder.create(scope, pascal(name))
                .alarmDescription("Sightline, %s: %s".formatted(name, description))
                .metric(metric)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }

    private static long millis(Duration duration) {
        return duration.toMilliseconds().longValue();
    }

    private static String pascal(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
