package dev.sightline.infra;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/**
 * What all functions of a deployment stand on.
 *
 * @param keys that encrypt what they leave behind
 * @param search that they call
 * @param network they live in; absent on LocalStack
 * @param domain of this app; absent where search is from elsewhere, whose owner lets the functions in
 */
record Surroundings(
        DeploymentSettings settings,
        EncryptionKeys keys,
        SearchEndpoint search,
        @Nullable NetworkStack network,
        @Nullable SearchStack domain) {

    Function.Builder inNetwork(Function.Builder function) {
        return network == null
                ? function
                : function.vpc(network.vpc())
                        .vpcSubnets(network.subnets())
                        .securityGroups(List.of(network.functions()));
    }

    /** Lets the function into the domain of this app. */
    void letSearch(Construct scope, String name, Function function) {
        if (domain != null) {
            domain.access()
                    .admit(
                            scope,
                            name,
                            Objects.requireNonNull(function.getRole()).getRoleArn());
        }
    }
}
