package dev.sightline.infra;

import dev.sightline.events.MetricNames;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;

/** The metrics that alarms and dashboard read, of 5 minutes each. */
final class Figures {

    private static final Duration PERIOD = Duration.minutes(5);
    private static final String P95 = "p95";
    private static final String SUM = "Sum";
    private static final String MAX = "Maximum";

    private static final String MEAN = "Average";

    private Figures() {}

    static Metric waiting(WorkQueue queue) {
        return queue.queue().metricApproximateNumberOfMessagesVisible(of(MAX));
    }

    static Metric oldest(WorkQueue queue) {
        return queue.queue().metricApproximateAgeOfOldestMessage(of(MAX));
    }

    static Metric dead(WorkQueue queue) {
        return queue.deadLetters().metricApproximateNumberOfMessagesVisible(of(MAX));
    }

    static Metric errors(SightlineFunction function) {
        return function.function().metricErrors(of(SUM));
    }

    static Metric throttles(SightlineFunction function) {
        return function.function().metricThrottles(of(SUM));
    }

    static Metric duration(SightlineFunction function) {
        return function.function().metricDuration(of(P95));
    }

    static Metric requests(RestApi api) {
        return api.metricCount(of(SUM));
    }

    static Metric serverErrors(RestApi api) {
        return api.metricServerError(of(SUM));
    }

    static Metric latency(RestApi api) {
        return api.metricLatency(of(P95));
    }

    /** Milliseconds. */
    static Metric freshness() {
        return own(MetricNames.FRESHNESS, P95);
    }

    /** Milliseconds. */
    static Metric answerTime() {
        return own(MetricNames.ANSWER_TIME, P95);
    }

    static Metric imagesLost() {
        return own(MetricNames.IMAGES_LOST, SUM);
    }

    static IMetric dotsPercent() {
        return MathExpression.Builder.create()
                .label("Objects that became dots, percent")
                .expression("100 * shown / (shown + hidden)")
                .usingMetrics(new TreeMap<>(
                        Map.of("shown", own(MetricNames.DOTS_SHOWN, SUM), "hidden", own(MetricNames.DOTS_HIDDEN, SUM))))
                .period(PERIOD)
                .build();
    }

    static IMetric partialPercent() {
        return MathExpression.Builder.create()
                .label("Partial answers, percent")
                .expression("100 * partial / answers")
                .usingMetrics(new TreeMap<>(Map.of(
                        "partial", own(MetricNames.PARTIAL_ANSWERS, SUM), "answers", own(MetricNames.ANSWERS, SUM))))
                .period(PERIOD)
                .build();
    }

    static Metric embedderBatch() {
        return own(MetricNames.EMBEDDER_BATCH, MEAN);
    }

    /** Percent. */
    static Metric gpuUtilization() {
        return own(MetricNames.GPU_UTILIZATION, MEAN);
    }

    /** Of all workers that compute on {@code cpu} or {@code gpu}: with the price of an hour, what they cost. */
    static IMetric workerHours(String device) {
        String id = device + "Seconds";
        Metric seconds = own(MetricNames.WORKER_TIME, SUM)
                .with(MetricOptions.builder()
                        .dimensionsMap(Map.of(MetricNames.DEVICE, device))
                        .build());
        return MathExpression.Builder.create()
                .label("Hours of workers on " + device)
                .expression(id + " / 3600")
                .usingMetrics(Map.of(id, seconds))
                .period(PERIOD)
                .build();
    }

    private static Metric own(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(MetricNames.NAMESPACE)
                .metricName(name)
                .statistic(statistic)
                .period(PERIOD)
                .build();
    }

    static MetricOptions of(String statistic) {
        return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
    }
}
