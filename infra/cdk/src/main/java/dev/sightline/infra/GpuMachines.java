package dev.sightline.infra;

import java.util.List;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.InstancesDistribution;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.autoscaling.OnDemandAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ecs.AmiHardwareType;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Machines with a GPU for the tasks that want one: the first on demand, so that work goes on when no spot machine is to be had, the others
 * spot. There are none while no task wants one.
 */
final class GpuMachines extends Construct {

    private static final int DISK_GIB = 60;
    private static final int ON_DEMAND_FIRST = 1;

    private final AutoScalingGroup group;
    private final AsgCapacityProvider provider;

    GpuMachines(Construct scope, DeploymentSettings settings, NetworkStack network) {
        super(scope, "Machines");
        group = AutoScalingGroup.Builder.create(this, "Group")
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .minCapacity(0)
                .maxCapacity(settings.size().workers().maxIndexers())
                .groupMetrics(List.of(GroupMetrics.all()))
                .mixedInstancesPolicy(MixedInstancesPolicy.builder()
                        .launchTemplate(template(settings, network))
                        .launchTemplateOverrides(settings.gpuMachines().stream()
                                .map(type -> LaunchTemplateOverrides.builder()
                                        .instanceType(new InstanceType(type))
                                        .build())
                                .toList())
                        .instancesDistribution(InstancesDistribution.builder()
                                .onDemandBaseCapacity(ON_DEMAND_FIRST)
                                .onDemandPercentageAboveBaseCapacity(0)
                                .onDemandAllocationStrategy(OnDemandAllocationStrategy.PRIORITIZED)
                                .spotAllocationStrategy(SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED)
                                .build())
                        .build())
                .build();
        provider = AsgCapacityProvider.Builder.create(this, "Provider")
                .autoScalingGroup(group)
                .enableManagedScaling(true)
                .enableManagedTerminationProtection(false)
                .enableManagedDraining(true)
                .build();
        Findings.explainMachines(this);
    }

    private LaunchTemplate template(DeploymentSettings settings, NetworkStack network) {
        return LaunchTemplate.Builder.create(this, "Template")
                .instanceType(new InstanceType(settings.gpuMachines().getFirst()))
                .machineImage(EcsOptimizedImage.amazonLinux2023(AmiHardwareType.GPU))
                .userData(agentSettings())
                .role(Role.Builder.create(this, "Role")
                        .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                        .build())
                .securityGroup(network.workers())
                .requireImdsv2(true)
                .httpPutResponseHopLimit(1)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                Size.gibibytes(DISK_GIB).toGibibytes(),
                                EbsDeviceOptions.builder()
                                        .encrypted(true)
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .deleteOnTermination(true)
                                        .build()))
                        .build()))
                .build();
    }

    /** Tasks of a spot machine that is about to go are stopped, with all the time that they may take; none reaches the machine's own rights. */
    private static UserData agentSettings() {
        UserData settings = UserData.forLinux();
        settings.addCommands(
                "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config",
                "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config",
                "echo ECS_CONTAINER_STOP_TIMEOUT=%ds >> /etc/ecs/ecs.config"
                        .formatted(WorkerTask.STOP_TIMEOUT.toSeconds().intValue()));
        return settings;
    }

    void join(Cluster cluster) {
        cluster.addAsgCapacityProvider(provider);
    }

    AsgCapacityProvider provider() {
        return provider;
    }
}
