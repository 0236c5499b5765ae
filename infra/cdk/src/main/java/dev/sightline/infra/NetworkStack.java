package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IInterfaceVpcEndpointService;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetAttributes;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * Where functions, search and workers live: subnets without a way to the internet, endpoints for those services of AWS that they call, and
 * a security group for each part.
 *
 * <p>All groups and their rules are here, so that no two stacks have to name each other.
 */
public final class NetworkStack extends Stack {

    /** On which the worker answers. */
    static final int ANALYZER_PORT = 8090;

    private static final int HTTPS = 443;
    private static final int ZONES = 2;
    private static final int SUBNET_BITS = 20;

    private final IVpc vpc;
    private final SubnetSelection subnets;
    private final SecurityGroup functions;
    private final SecurityGroup workers;
    private final SecurityGroup analyzer;
    private final SecurityGroup search;

    NetworkStack(Construct scope, String id, DeploymentSettings settings, EncryptionKeys keys) {
        super(scope, id);
        if (settings.network().vpcId() == null) {
            vpc = ownVpc(keys);
            subnets = SubnetSelection.builder()
                    .subnetType(SubnetType.PRIVATE_ISOLATED)
                    .build();
        } else {
            vpc = existingVpc(settings.network());
            subnets = SubnetSelection.builder()
                    .subnets(existingSubnets(settings.network()))
                    .build();
        }
        functions = group("Functions", "Sightline: functions");
        workers = group("Workers", "Sightline: tasks of the worker");
        analyzer = group("Analyzer", "Sightline: load balancer of the analyze endpoint");
        search = group("Search", "Sightline: OpenSearch domain");
        letThemTalk();
        if (settings.network().vpcId() == null) {
            addEndpoints(settings.tracing());
        }
    }

    private Vpc ownVpc(EncryptionKeys keys) {
        Vpc made = Vpc.Builder.create(this, "Vpc")
                .maxAzs(ZONES)
                .natGateways(0)
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("Private")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .cidrMask(SUBNET_BITS)
                        .build()))
                .build();
        made.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(keys.logGroup(this, "FlowLogs")))
                        .build());
        return made;
    }

    private IVpc existingVpc(NetworkSettings settings) {
        return Vpc.fromVpcAttributes(
                this,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(String.valueOf(settings.vpcId()))
                        .availabilityZones(settings.zones())
                        .isolatedSubnetIds(settings.subnetIds())
                        .build());
    }

    private List<ISubnet> existingSubnets(NetworkSettings settings) {
        return IntStream.range(0, settings.subnetIds().size())
                .mapToObj(i -> Subnet.fromSubnetAttributes(
                        this,
                        "Subnet" + i,
                        SubnetAttributes.builder()
                                .subnetId(settings.subnetIds().get(i))
                                .availabilityZone(settings.zones().get(i))
                                .build()))
                .toList();
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    /** Outwards only https, to the endpoints and S3; there is no route to anything else. */
    private void letThemTalk() {
        functions.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "endpoints, S3, search");
        functions.addEgressRule(analyzer, Port.tcp(ANALYZER_PORT), "analyze endpoint");
        workers.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "endpoints, S3");
        search.addIngressRule(functions, Port.tcp(HTTPS), "functions");
        analyzer.addIngressRule(functions, Port.tcp(ANALYZER_PORT), "functions");
        analyzer.addEgressRule(workers, Port.tcp(ANALYZER_PORT), "tasks");
        workers.addIngressRule(analyzer, Port.tcp(ANALYZER_PORT), "load balancer");
    }

    /** What the code calls, and what ECS needs to start a task: nothing of them has another way out. */
    private void addEndpoints(TracingSettings tracing) {
        vpc.addGatewayEndpoint(
                "S3",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        SecurityGroup endpoints = group("Endpoints", "Sightline: endpoints of AWS services");
        endpoints.addIngressRule(functions, Port.tcp(HTTPS), "functions");
        endpoints.addIngressRule(workers, Port.tcp(HTTPS), "workers");
        services(tracing)
                .forEach((name, service) -> vpc.addInterfaceEndpoint(
                        name,
                        InterfaceVpcEndpointOptions.builder()
                                .service(service)
                                .subnets(subnets)
                                .securityGroups(List.of(endpoints))
                                .open(false)
                                .build()));
    }

    private static Map<String, IInterfaceVpcEndpointService> services(TracingSettings tracing) {
        Map<String, IInterfaceVpcEndpointService> services = new TreeMap<>();
        services.put("Sqs", InterfaceVpcEndpointAwsService.SQS);
        services.put("SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
        services.put("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS);
        services.put("Images", InterfaceVpcEndpointAwsService.ECR);
        services.put("ImageLayers", InterfaceVpcEndpointAwsService.ECR_DOCKER);
        services.put("Ecs", InterfaceVpcEndpointAwsService.ECS);
        services.put("EcsAgent", InterfaceVpcEndpointAwsService.ECS_AGENT);
        services.put("EcsTelemetry", InterfaceVpcEndpointAwsService.ECS_TELEMETRY);
        if (tracing.toXray()) {
            services.put("Xray", InterfaceVpcEndpointAwsService.XRAY);
        }
        return services;
    }

    IVpc vpc() {
        return vpc;
    }

    /** The private ones, in each zone one. */
    SubnetSelection subnets() {
        return subnets;
    }

    SecurityGroup functions() {
        return functions;
    }

    SecurityGroup workers() {
        return workers;
    }

    SecurityGroup analyzer() {
        return analyzer;
    }

    SecurityGroup search() {
        return search;
    }
}
