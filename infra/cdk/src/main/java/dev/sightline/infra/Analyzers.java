package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Workers without a GPU, some of which always run: they answer {@code /analyze} behind an internal load balancer, so that no query waits for
 * a GPU to boot. They take from the queue too, one image at a time, so that a few uploads need no GPU either.
 */
final class Analyzers extends Construct {

    private static final int CPU = 2048;
    private static final int MEMORY_MB = 8192;
    private static final int BUSY_PERCENT = 50;
    private static final Duration DRAIN = Duration.seconds(30);
    private static final String LOG_PREFIX = "analyzer";

    /** A query has two threads of its own beside the one of the queue. */
    private static final Map<String, String> THREADS = new TreeMap<>(Map.of(
            "SIGHTLINE_THREADS_ANALYZERS", "1",
            "SIGHTLINE_THREADS_HANDLERS", "2",
            "SIGHTLINE_THREADS_QUERY_ANALYZERS", "2"));

    private final FargateService service;
    private final ApplicationLoadBalancer balancer;
    private final ApplicationTargetGroup targets;

    Analyzers(GpuWorkerStack scope, Cluster cluster, WorkerTask worker, NetworkStack network) {
        super(scope, "Analyzers");
        DeploymentSize.Workers size = scope.settings().size().workers();
        service = service(cluster, worker, network, size);
        service.autoScaleTaskCount(EnableScalingProps.builder()
                        .minCapacity(size.minAnalyzers())
                        .maxCapacity(size.maxAnalyzers())
                        .build())
                .scaleOnCpuUtilization(
                        "Busy",
                        CpuUtilizationScalingProps.builder()
                                .targetUtilizationPercent(BUSY_PERCENT)
                                .scaleOutCooldown(Duration.minutes(1))
                                .scaleInCooldown(Duration.minutes(10))
                                .build());
        balancer = ApplicationLoadBalancer.Builder.create(this, "LoadBalancer")
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .internetFacing(false)
                .securityGroup(network.analyzer())
                .dropInvalidHeaderFields(true)
                .build();
        scope.storage().accessLogs().ifPresent(this::logTo);
        targets = listener().addTargets("Tasks", targets());
    }

    private FargateService service(
            Cluster cluster, WorkerTask worker, NetworkStack network, DeploymentSize.Workers size) {
        FargateTaskDefinition task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(CPU)
                .memoryLimitMiB(MEMORY_MB)
                .build();
        worker.addTo(task, "cpu", ContainerDefinitionOptions.builder().environment(THREADS));
        return FargateService.Builder.create(this, "Service")
                .cluster(cluster)
                .taskDefinition(task)
                .desiredCount(size.minAnalyzers())
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(network.workers()))
                .assignPublicIp(false)
                .healthCheckGracePeriod(Duration.minutes(5))
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .build();
    }

    /** Plain http, inside the security groups of one network: there is no certificate for a name that nobody resolves. */
    private ApplicationListener listener() {
        return balancer.addListener(
                "Analyze",
                BaseApplicationListenerProps.builder()
                        .port(NetworkStack.ANALYZER_PORT)
                        .protocol(ApplicationProtocol.HTTP)
                        .open(false)
                        .build());
    }

    private AddApplicationTargetsProps targets() {
        return AddApplicationTargetsProps.builder()
                .port(NetworkStack.ANALYZER_PORT)
                .protocol(ApplicationProtocol.HTTP)
                .targets(List.of(service))
                .deregistrationDelay(DRAIN)
                .healthCheck(HealthCheck.builder()
                        .path("/q/health/ready")
                        .interval(Duration.seconds(10))
                        .timeout(Duration.seconds(5))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(3)
                        .build())
                .build();
    }

    /** By attributes: the L2 method wants to know the region at synthesis. */
    private void logTo(Bucket bucket) {
        balancer.setAttribute("access_logs.s3.enabled", "true");
        balancer.setAttribute("access_logs.s3.bucket", bucket.getBucketName());
        balancer.setAttribute("access_logs.s3.prefix", LOG_PREFIX);
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects(
                        "%s/AWSLogs/%s/*".formatted(LOG_PREFIX, Stack.of(this).getAccount()))))
                .build());
    }

    String url() {
        return "http://%s:%d".formatted(balancer.getLoadBalancerDnsName(), NetworkStack.ANALYZER_PORT);
    }

    ApplicationLoadBalancer balancer() {
        return balancer;
    }

    ApplicationTargetGroup targetGroup() {
        return targets;
    }
}
