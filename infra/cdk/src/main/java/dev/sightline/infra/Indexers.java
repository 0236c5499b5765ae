package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentTier;
import software.amazon.awscdk.services.applicationautoscaling.AdjustmentType;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.applicationautoscaling.StepScalingAction;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.ApplicationScalingAction;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.Ec2TaskDefinition;
import software.amazon.awscdk.services.ecs.NetworkMode;
import software.constructs.Construct;

/**
 * Workers with a GPU, as many as the backlog asks for, none while there is none. One that goes hands its messages back.
 *
 * <p>Scaled by steps: target tracking knows no way out of zero. The measure is messages per task that is wanted, not per task that runs,
 * since those that boot would be ordered again each minute.
 */
final class Indexers extends Construct {

    /** Of the four processors and 16 GiB of a g6.xlarge, less what the agent takes. */
    private static final int CPU = 3584;

    private static final int MEMORY_MB = 13312;

    /** Half of what a worker does while another one boots; docs/scale.md simulates what these steps cost in a burst, and what others would. */
    private static final int MUCH = 16_000;

    private static final int VERY_MUCH = 80_000;
    private static final int FLOOD = 320_000;
    private static final int LITTLE = 20;
    private static final Duration BOOT = Duration.minutes(4);
    private static final Duration CALM = Duration.minutes(5);
    private static final int MINUTES_BEFORE_MORE = 2;
    private static final int MINUTES_BEFORE_LESS = 10;

    private final Ec2Service service;
    private final ScalableTarget count;

    Indexers(GpuWorkerStack scope, Cluster cluster, WorkerTask worker, WorkQueue analyses) {
        super(scope, "Indexers");
        GpuMachines machines = new GpuMachines(this, scope.settings(), scope.network());
        machines.join(cluster);
        service = service(cluster, worker, machines, scope.network());
        count = ScalableTarget.Builder.create(this, "Count")
                .serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId("service/%s/%s".formatted(cluster.getClusterName(), service.getServiceName()))
                .minCapacity(0)
                .maxCapacity(scope.settings().size().workers().maxIndexers())
                .build();
        MathExpression backlog = backlogOfATask(cluster, analyses);
        scaleOut(backlog);
        scaleIn(backlog);
    }

    private Ec2Service service(Cluster cluster, WorkerTask worker, GpuMachines machines, NetworkStack network) {
        Ec2TaskDefinition task = Ec2TaskDefinition.Builder.create(this, "Task")
                .networkMode(NetworkMode.AWS_VPC)
                .build();
        worker.addTo(
                task,
                "gpu",
                ContainerDefinitionOptions.builder()
                        .cpu(CPU)
                        .memoryLimitMiB(MEMORY_MB)
                        .gpuCount(1));
        return Ec2Service.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task)
                .desiredCount(0)
                .minHealthyPercent(0)
                .maxHealthyPercent(100)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(network.workers()))
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(machines.provider().getCapacityProviderName())
                        .weight(1)
                        .build()))
                .build();
    }

    private MathExpression backlogOfATask(Cluster cluster, WorkQueue analyses) {
        Metric waiting = analyses.queue()
                .metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .statistic("Maximum")
                        .period(Duration.minutes(1))
                        .build());
        Metric wanted = Metric.Builder.create()
                .namespace("ECS/ContainerInsights")
                .metricName("DesiredTaskCount")
                .dimensionsMap(new TreeMap<>(
                        Map.of("ClusterName", cluster.getClusterName(), "ServiceName", service.getServiceName())))
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
        return MathExpression.Builder.create()
                .label("Images waiting per task")
                .expression("waiting / IF(FILL(wanted, 0) > 0, FILL(wanted, 0), 1)")
                .usingMetrics(new TreeMap<>(Map.of("waiting", waiting, "wanted", wanted)))
                .period(Duration.minutes(1))
                .build();
    }

    private void scaleOut(MathExpression backlog) {
        StepScalingAction more = StepScalingAction.Builder.create(this, "More")
                .scalingTarget(count)
                .adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                .cooldown(BOOT)
                .build();
        more.addAdjustment(tier(1, 0, VERY_MUCH - MUCH));
        more.addAdjustment(tier(2, VERY_MUCH - MUCH, FLOOD - MUCH));
        more.addAdjustment(
                AdjustmentTier.builder().adjustment(10).lowerBound(FLOOD - MUCH).build());
        alarm("Backlog", backlog)
                .alarmDescription("The images that wait for each worker are many")
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .threshold(MUCH)
                .evaluationPeriods(MINUTES_BEFORE_MORE)
                .build()
                .addAlarmAction(new ApplicationScalingAction(more));
    }

    private void scaleIn(MathExpression backlog) {
        StepScalingAction fewer = StepScalingAction.Builder.create(this, "Fewer")
                .scalingTarget(count)
                .adjustmentType(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
                .minAdjustmentMagnitude(1)
                .cooldown(CALM)
                .build();
        fewer.addAdjustment(
                AdjustmentTier.builder().adjustment(-50).upperBound(0).build());
        alarm("Idle", backlog)
                .alarmDescription("Hardly an image waits: half of the workers go, the last one too")
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .threshold(LITTLE)
                .evaluationPeriods(MINUTES_BEFORE_LESS)
                .build()
                .addAlarmAction(new ApplicationScalingAction(fewer));
    }

    private Alarm.Builder alarm(String id, MathExpression metric) {
        return Alarm.Builder.create(this, id).metric(metric).treatMissingData(TreatMissingData.IGNORE);
    }

    private static AdjustmentTier tier(int adjustment, int from, int to) {
        return AdjustmentTier.builder()
                .adjustment(adjustment)
                .lowerBound(from)
                .upperBound(to)
                .build();
    }
}
