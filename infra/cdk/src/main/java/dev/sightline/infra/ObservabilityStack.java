package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
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
        List<WorkQueue> queues = List.copyOf(observed.queues().values());
        List<SightlineFunction> functions = observed.functions();
        RestApi api = observed.api().api();
        page.addWidgets(
                graph("Messages that wait", each(queues, Figures::waiting)),
                graph("Dead letters", each(queues, Figures::dead)));
        page.addWidgets(
                graph("Errors of functions", each(functions, Figures::errors)),
                graph("Duration of functions, p95", each(functions, Figures::duration)));
        page.addWidgets(
                graph("From upload to index, p95", List.of(Figures.freshness())),
                graph("Images rejected or failed", List.of(Figures.imagesLost())));
        if (observed.search() != null) {
            Domain domain = observed.search().domain();
            page.addWidgets(
                    graph("Processor of search, percent", List.of(domain.metricCPUUtilization())),
                    graph("Free disk of search, MB", List.of(domain.metricFreeStorageSpace())));
        }
        page.addWidgets(
                graph("Requests and server errors", List.of(Figures.requests(api), Figures.serverErrors(api))),
                graph("Time of answers, p95", List.of(Figures.latency(api), Figures.answerTime())));
        page.addWidgets(
                graph("Partial answers, percent", List.of(Figures.partialPercent())),
                graph("Dots, percent of objects", List.of(Figures.dotsPercent())));
        page.addWidgets(
                graph("Pictures that embedders are given at once", List.of(Figures.embedderBatch())),
                graph("GPU, percent busy", List.of(Figures.gpuUtilization())));
        page.addWidgets(graph(
                "Hours of workers, by where they compute",
                List.of(Figures.workerHours("cpu"), Figures.workerHours("gpu"))));
    }

    private static <T> List<IMetric> each(List<T> parts, Function<T, IMetric> figure) {
        return parts.stream().map(figure).toList();
    }

    private static GraphWidget graph(String title, List<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .width(HALF)
                .left(metrics)
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
