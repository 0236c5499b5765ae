package dev.sightline.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.opensearchservice.Domain;
import software.constructs.Construct;

/**
 * Lets roles into OpenSearch, which CloudFormation cannot: a small function, the domain's only administrator, maps each role that a stack
 * asks for to the right to use the indexes named {@code sightline-*}.
 */
final class SearchAccess extends Construct {

    private static final String CODE = "search_access.py";
    private static final int MEMORY_MB = 256;

    private final Function function;

    SearchAccess(Construct scope, EncryptionKeys keys, NetworkStack network) {
        super(scope, "Access");
        function = Function.Builder.create(this, "Function")
                .description("Sightline: maps roles of functions to rights in OpenSearch")
                .code(Code.fromInline(code()))
                .handler("index.handler")
                .runtime(Runtime.PYTHON_3_14)
                .architecture(Architecture.ARM_64)
                .memorySize(MEMORY_MB)
                .timeout(SearchStack.MAPPING)
                .logGroup(keys.logGroup(this, "Logs"))
                .vpc(network.vpc())
                .vpcSubnets(network.subnets())
                .securityGroups(List.of(network.functions()))
                .build();
        Findings.explainFunction(function);
    }

    IRole role() {
        return Objects.requireNonNull(function.getRole());
    }

    void of(Domain domain) {
        function.addEnvironment("DOMAIN", domain.getDomainEndpoint());
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("es:ESHttpPut", "es:ESHttpDelete"))
                .resources(List.of(
                        domain.getDomainArn() + "/_plugins/_security/api/roles/sightline-*",
                        domain.getDomainArn() + "/_plugins/_security/api/rolesmapping/sightline-*"))
                .build());
    }

    /**
     * Maps a role.
     *
     * @param name of who has the role, the mapping's too
     */
    void admit(Construct scope, String name, String roleArn) {
        CustomResource.Builder.create(scope, "SearchAccess")
                .serviceToken(function.getFunctionArn())
                .resourceType("Custom::SightlineSearchAccess")
                .properties(new TreeMap<>(Map.of("Name", "sightline-" + name, "Role", roleArn)))
                .build();
    }

    private static String code() {
        try (InputStream code = Objects.requireNonNull(SearchAccess.class.getResourceAsStream("/" + CODE))) {
            return new String(code.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
