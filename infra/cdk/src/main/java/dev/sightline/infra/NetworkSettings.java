package dev.sightline.infra;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of a deployment to AWS: one of its own unless an existing one is named.
 *
 * <p>An existing one needs the way to S3, SQS, Secrets Manager, ECR, ECS and CloudWatch Logs that {@link NetworkStack} gives its own: none is
 * added to it.
 *
 * @param vpcId the existing VPC (context {@code vpcId}; default: one is made)
 * @param subnetIds its private subnets, one in each zone (context {@code vpcSubnetIds}, separated by commas)
 * @param zones the availability zones of those (context {@code vpcZones}, separated by commas, in the same order)
 */
public record NetworkSettings(@Nullable String vpcId, List<String> subnetIds, List<String> zones) {

    private static final int MIN_ZONES = 2;

    public NetworkSettings {
        subnetIds = List.copyOf(subnetIds);
        zones = List.copyOf(zones);
        if (vpcId != null && (subnetIds.size() < MIN_ZONES || subnetIds.size() != zones.size())) {
            throw new IllegalArgumentException(
                    "expected vpcSubnetIds and vpcZones of vpcId %s to name %d or more each, got %s and %s"
                            .formatted(vpcId, MIN_ZONES, subnetIds, zones));
        }
        if (vpcId == null && !(subnetIds.isEmpty() && zones.isEmpty())) {
            throw new IllegalArgumentException("expected vpcId beside vpcSubnetIds and vpcZones");
        }
    }

    static NetworkSettings fromContext(DeploymentContext context) {
        return new NetworkSettings(
                context.value("vpcId").orElse(null), context.values("vpcSubnetIds"), context.values("vpcZones"));
    }
}
