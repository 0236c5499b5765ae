package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.StarPrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.ResourcePolicy;
import software.amazon.awscdk.services.opensearchservice.AdvancedSecurityOptions;
import software.amazon.awscdk.services.opensearchservice.CapacityConfig;
import software.amazon.awscdk.services.opensearchservice.CfnDomain;
import software.amazon.awscdk.services.opensearchservice.Domain;
import software.amazon.awscdk.services.opensearchservice.EbsOptions;
import software.amazon.awscdk.services.opensearchservice.EncryptionAtRestOptions;
import software.amazon.awscdk.services.opensearchservice.EngineVersion;
import software.amazon.awscdk.services.opensearchservice.LoggingOptions;
import software.amazon.awscdk.services.opensearchservice.TLSSecurityPolicy;
import software.amazon.awscdk.services.opensearchservice.ZoneAwarenessConfig;
import software.constructs.Construct;

/**
 * The index: a private OpenSearch domain. It is a view and goes with the stack; {@code rebuild-index} makes it again from S3.
 *
 * <p>Three locks: its security group lets the functions in only, its access policy roles of this app's stacks and named operators only (by the
 * beginning of their names, since those stacks come later), and OpenSearch itself those roles only that {@link SearchAccess} has mapped.
 */
public final class SearchStack extends Stack {

    /** How long a mapping may take while the domain is still starting. */
    static final Duration MAPPING = Duration.minutes(5);

    private static final int ZONES = 2;
    private static final int SNAPSHOT_HOUR = 3;

    private final Domain domain;
    private final SearchAccess access;

    SearchStack(Construct scope, String id, DeploymentSettings settings, EncryptionKeys keys, NetworkStack network) {
        super(scope, id);
        access = new SearchAccess(this, keys, network);
        String name = "sightline-" + settings.name();
        DeploymentSize.Search size = settings.size().search();
        Domain.Builder builder = Domain.Builder.create(this, "Domain")
                .domainName(name)
                .version(EngineVersion.OPENSEARCH_3_5)
                .capacity(capacity(size))
                .ebs(EbsOptions.builder()
                        .volumeType(EbsDeviceVolumeType.GP3)
                        .volumeSize(size.gigabytes())
                        .build())
                .zoneAwareness(zones(size))
                .vpc(network.vpc())
                .vpcSubnets(List.of(subnets(size, network)))
                .securityGroups(List.of(network.search()))
                .automatedSnapshotStartHour(SNAPSHOT_HOUR)
                .enableAutoSoftwareUpdate(true)
                .removalPolicy(RemovalPolicy.DESTROY);
        domain = logging(secured(builder, keys), keys).build();
        List<String> operators = settings.searchOperators();
        admit(name, operators);
        access.of(domain);
        for (int i = 0; i < operators.size(); i++) {
            access.admit(new Construct(this, "Operator" + i), "operator-" + i, operators.get(i));
        }
        Findings.explainSearch(domain, size);
    }

    private Domain.Builder secured(Domain.Builder builder, EncryptionKeys keys) {
        return builder.enforceHttps(true)
                .tlsSecurityPolicy(TLSSecurityPolicy.TLS_1_2_PFS)
                .nodeToNodeEncryption(true)
                .encryptionAtRest(EncryptionAtRestOptions.builder()
                        .enabled(true)
                        .kmsKey(keys.data())
                        .build())
                .fineGrainedAccessControl(AdvancedSecurityOptions.builder()
                        .masterUserArn(access.role().getRoleArn())
                        .build());
    }

    /** The log groups let OpenSearch write by one policy, which the L2 domain would make by a function of its own. */
    private Domain.Builder logging(Domain.Builder builder, EncryptionKeys keys) {
        LogGroup audit = keys.logGroup(this, "AuditLogs");
        LogGroup errors = keys.logGroup(this, "ErrorLogs");
        LogGroup slowQueries = keys.logGroup(this, "SlowQueryLogs");
        LogGroup slowWrites = keys.logGroup(this, "SlowWriteLogs");
        ResourcePolicy.Builder.create(this, "LogPolicy")
                .policyStatements(List.of(PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("es.amazonaws.com")))
                        .actions(List.of("logs:PutLogEvents", "logs:CreateLogStream"))
                        .resources(List.of(
                                audit.getLogGroupArn(),
                                errors.getLogGroupArn(),
                                slowQueries.getLogGroupArn(),
                                slowWrites.getLogGroupArn()))
                        .build()))
                .build();
        return builder.suppressLogsResourcePolicy(true)
                .logging(LoggingOptions.builder()
                        .auditLogEnabled(true)
                        .auditLogGroup(audit)
                        .appLogEnabled(true)
                        .appLogGroup(errors)
                        .slowSearchLogEnabled(true)
                        .slowSearchLogGroup(slowQueries)
                        .slowIndexLogEnabled(true)
                        .slowIndexLogGroup(slowWrites)
                        .build());
    }

    private static CapacityConfig capacity(DeploymentSize.Search size) {
        CapacityConfig.Builder capacity = CapacityConfig.builder()
                .dataNodeInstanceType(size.node())
                .dataNodes(size.nodes())
                .multiAzWithStandbyEnabled(false);
        return size.leaders() == 0
                ? capacity.build()
                : capacity.masterNodeInstanceType(size.leader())
                        .masterNodes(size.leaders())
                        .build();
    }

    private static ZoneAwarenessConfig zones(DeploymentSize.Search size) {
        return size.nodes() == 1
                ? ZoneAwarenessConfig.builder().enabled(false).build()
                : ZoneAwarenessConfig.builder()
                        .enabled(true)
                        .availabilityZoneCount(ZONES)
                        .build();
    }

    /** As many subnets as zones. */
    private static SubnetSelection subnets(DeploymentSize.Search size, NetworkStack network) {
        int zones = size.nodes() == 1 ? 1 : ZONES;
        return SubnetSelection.builder()
                .subnets(network.vpc()
                        .selectSubnets(network.subnets())
                        .getSubnets()
                        .subList(0, zones))
                .build();
    }

    /** On the L1 resource: of the L2 one another function would set it, since it cannot know the domain's name before. */
    private void admit(String name, List<String> operators) {
        String everything = "arn:%s:es:%s:%s:domain/%s/*".formatted(getPartition(), getRegion(), getAccount(), name);
        List<String> roles = Stream.concat(roles(), operators.stream()).toList();
        CfnDomain resource = (CfnDomain) domain.getNode().getDefaultChild();
        resource.setAccessPolicies(PolicyDocument.Builder.create()
                .statements(List.of(
                        statement(everything, "ArnLike", roles)
                                .principals(List.of(new AccountRootPrincipal()))
                                .build(),
                        statement(everything, "ArnNotLike", roles)
                                .effect(Effect.DENY)
                                .principals(List.of(new StarPrincipal()))
                                .build()))
                .build());
    }

    private static PolicyStatement.Builder statement(String resource, String operator, List<String> roles) {
        return PolicyStatement.Builder.create()
                .actions(List.of("es:ESHttp*"))
                .resources(List.of(resource))
                .conditions(Map.of(operator, Map.of("aws:PrincipalArn", roles)));
    }

    private Stream<String> roles() {
        return SightlineApp.SEARCHING.stream()
                .map(stack -> "arn:%s:iam::%s:role/%s-*".formatted(getPartition(), getAccount(), stack));
    }

    SearchEndpoint endpoint() {
        return new SearchEndpoint("https://" + domain.getDomainEndpoint(), domain.getDomainArn(), SearchEndpoint.IAM);
    }

    SearchAccess access() {
        return access;
    }

    Domain domain() {
        return domain;
    }
}
