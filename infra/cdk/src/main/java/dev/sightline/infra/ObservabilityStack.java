package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.opensearchservice.Domain;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * What tells an operator that something is wrong, and where: alarms, each for one promise, and one page with the figures behind them, in the
 * order in which an upload and then a query passes through.
 */
public final class ObservabilityStack extends Stack {

    private static final int HALF = 12;

    ObservabilityStack(Construct scope, String id, Surroundings surroundings, Observed observed) {
        super(scope, id);
        Topic topic = Topic.Builder.create(this, "Alarms")
                .displayName("Sightline alarms")
                .masterKey(surroundings.keys().logs())
                .enforceSsl(true)
                .build();
        @Nullable String email = surroundings.settings().alarmEmail();
        if (email != null) {
            topic.addSubscription(new EmailSubscription(email));
        }
        Alarms alarms = new Alarms(this, topic);
        observed.queues().forEach(alarms::watchQueue);
        observed.functions().forEach(alarms::watchFunction);
        alarms.watchApi(observed.api().api());
        alarms.watchAnswers();
        if (observed.search() != null) {
            alarms.watchSearch(observed.search().domain());
        }
        if (observed.workers() != null) {
            alarms.watchAnalyzers(observed.workers().analyzers());
        }
        show(observed);
    }

    private void show(Observed observed) {
        Dashboard page = Dashboard.Builder.create(this, "Dashboard").build();
        row(
                page,
                graph("Messages that wait", observed.queues().values().stream().map(Figures::waiting)),
                graph("Dead letters", observed.queues().values().stream().map(Figures::dead)));
        row(
                page,
                graph("Errors of functions", observed.functions().stream().map(Figures::errors)),
                graph(
                        "Duration of functions, p95",
                        observed.functions().stream().map(Figures::duration)));
        row(
                page,
                graph("From upload to index, p95", List.<IMetric>of(Figures.freshness()).stream()),
                graph(
                        "Answers of the API",
                        List.<IMetric>of(
                                Figures.requests(observed.api().api()),
                                Figures.serverErrors(observed.api().api()))
                                .stream()));
        row(
                page,
                graph(
                        "Latency of the API, p95",
                        List.<IMetric>of(Figures.latency(observed.api().api())).stream()),
                graph("Partial answers, percent", List.<IMetric>of(Figures.partialPercent()).stream()));
        if (observed.search() != null) {
            Domain domain = observed.search().domain();
            row(
                    page,
                    graph("Processor of search, percent", List.<IMetric>of(domain.metricCPUUtilization()).stream()),
                    graph("Free disk of search, MB", List.<IMetric>of(domain.metricFreeStorageSpace()).stream()));
        }
    }

    private static void row(Dashboard page, IWidget left, IWidget right) {
        page.addWidgets(left, right);
    }

    private static GraphWidget graph(String title, Stream<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(HALF)
                .left(metrics.map(IMetric.class::cast).toList())
                .build();
    }

    /**
     * The parts that are watched.
     *
     * @param search absent where the domain is from elsewhere
     * @param workers absent where they are from elsewhere
     */
    record Observed(
            Map<String, WorkQueue> queues,
            List<SightlineFunction> functions,
            ApiStack api,
            @Nullable SearchStack search,
            @Nullable GpuWorkerStack workers) {}
}
