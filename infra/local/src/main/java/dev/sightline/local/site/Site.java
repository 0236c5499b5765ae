package dev.sightline.local.site;

import dev.sightline.engagement.UserHash;
import dev.sightline.events.OutputNames;
import dev.sightline.index.IndexNames;
import dev.sightline.index.IndexShape;
import dev.sightline.index.KnnMode;
import dev.sightline.index.OpenSearchAuth;
import dev.sightline.index.OpenSearchConnection;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.index.OpenSearchIndexInventory;
import dev.sightline.index.OpenSearchPinIndex;
import dev.sightline.index.OpenSearchSettings;
import dev.sightline.index.OpenSearchSourceRegistry;
import dev.sightline.index.OpenSearchVisualSearcher;
import dev.sightline.index.SourceRegistry;
import dev.sightline.local.system.AwsClients;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.EngagementRollUp;
import dev.sightline.reconcile.IndexedImages;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.AwsSecretSalt;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.PinStore;
import dev.sightline.storage.PolicyStore;
import dev.sightline.storage.RankerStore;
import dev.sightline.storage.S3AccessKeyStore;
import dev.sightline.storage.S3BoardStore;
import dev.sightline.storage.S3EngagementLog;
import dev.sightline.storage.S3FeatureStore;
import dev.sightline.storage.S3PinStore;
import dev.sightline.storage.S3PolicyStore;
import dev.sightline.storage.S3RankerStore;
import dev.sightline.storage.S3RollUpStore;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A deployment that an operation works on, with the clients of what it consists of. Operations are written against this and the ports,
 * so that they work the same on this machine and in an AWS account. Safe for all threads.
 */
public final class Site implements AutoCloseable {

    private static final String STACKS = "Sightline";

    /** Clients of AWS; {@code secrets} makes one for each reading of the salt. */
    private record Clients(S3Client s3, SqsClient sqs, LambdaClient lambda, Supplier<SecretsManagerClient> secrets) {}

    private final String name;
    private final Map<String, String> outputs;
    private final S3Client s3;
    private final SqsClient sqs;
    private final LambdaClient lambda;
    private final OpenSearchConnection search;
    private final UserHash users;

    private Site(String name, Map<String, String> outputs, Clients clients) {
        this.name = name;
        this.outputs = Map.copyOf(outputs);
        this.s3 = clients.s3();
        this.sqs = clients.sqs();
        this.lambda = clients.lambda();
        this.users =
                new UserHash(() -> new AwsSecretSalt(clients.secrets(), output(OutputNames.USER_SALT_SECRET)).read());
        this.search = OpenSearchConnection.open(new OpenSearchSettings(
                URI.create(output(OutputNames.OPENSEARCH_URL)),
                OpenSearchAuth.valueOf(upper(output(OutputNames.OPENSEARCH_AUTH)))));
    }

    /** The system on this machine. */
    public static Site local(RunningSystem system) {
        URI aws = system.awsEndpoint();
        return new Site(
                "this machine",
                system.outputs(),
                new Clients(
                        AwsClients.s3(aws),
                        AwsClients.sqs(aws),
                        AwsClients.lambda(aws),
                        () -> AwsClients.secrets(aws)));
    }

    /**
     * The deployment of an AWS account: region, credentials and endpoints as the SDK's default chains find them, which {@link
     * SiteOptions} has pointed to a profile.
     *
     * @throws LauncherException if the account does not answer, or has no stack of Sightline
     */
    static Site aws(String profile) {
        return new Site(
                "AWS profile " + profile,
                stackOutputs(profile),
                new Clients(
                        S3Client.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        SqsClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        LambdaClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        () -> SecretsManagerClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build()));
    }

    private static Map<String, String> stackOutputs(String profile) {
        Map<String, String> outputs = new HashMap<>();
        try (var stacks = CloudFormationClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            stacks.describeStacksPaginator().stacks().stream()
                    .filter(stack -> stack.stackName().startsWith(STACKS))
                    .flatMap(stack -> stack.outputs().stream())
                    .forEach(output -> outputs.put(output.outputKey(), output.outputValue()));
        } catch (SdkException e) {
            throw new LauncherException(
                    "cannot read the stacks of AWS profile %s: %s".formatted(profile, e.getMessage()), e);
        }
        if (outputs.isEmpty()) {
            throw new LauncherException(
                    "AWS profile %s has no stack named %s*. Deploy it first, or choose another --profile or --region"
                            .formatted(profile, STACKS));
        }
        return outputs;
    }

    /** For people. */
    public String name() {
        return name;
    }

    /**
     * A stack output by one of {@link OutputNames}.
     *
     * @throws LauncherException if the stacks do not have it
     */
    public String output(String output) {
        String value = outputs.get(output);
        if (value == null) {
            throw new LauncherException(
                    "the stacks of %s have no output %s: deploy this version of them first".formatted(name, output));
        }
        return value;
    }

    public S3Client s3() {
        return s3;
    }

    public SqsClient sqs() {
        return sqs;
    }

    public LambdaClient lambda() {
        return lambda;
    }

    public OpenSearchConnection search() {
        return search;
    }

    public IndexNames indexNames() {
        return IndexNames.standard();
    }

    /** In which indexes are made. */
    public IndexShape indexShape() {
        return new IndexShape(
                KnnMode.of(output(OutputNames.KNN_MODE)), Integer.parseInt(output(OutputNames.INDEX_SHARDS)));
    }

    public String imagesBucket() {
        return output(OutputNames.IMAGES_BUCKET);
    }

    public SourceRegistry registry() {
        return new OpenSearchSourceRegistry(search, indexNames());
    }

    public FeatureStore features() {
        return new S3FeatureStore(s3, output(OutputNames.FEATURES_BUCKET));
    }

    /**
     * What people saved.
     *
     * @param parallelLoads of how many images pins are read at the same time
     */
    public Catalogue catalogue(int parallelLoads) {
        return new Catalogue(
                pins(),
                boards(),
                new OpenSearchPinIndex(search, indexNames()),
                new OpenSearchEngagementIndex(search, indexNames()),
                parallelLoads);
    }

    public PolicyStore policies() {
        return new S3PolicyStore(s3, output(OutputNames.FEATURES_BUCKET));
    }

    public EngagementLog engagementLog() {
        return new S3EngagementLog(s3, output(OutputNames.ENGAGEMENT_BUCKET));
    }

    /** Counts engagement as the deployment's own function does. */
    public EngagementRollUp engagementRollUp() {
        return new EngagementRollUp(
                engagementLog(),
                new S3RollUpStore(s3, output(OutputNames.ENGAGEMENT_BUCKET)),
                new IndexedImages(
                        new OpenSearchVisualSearcher(search, indexNames()),
                        new OpenSearchIndexInventory(search, indexNames())),
                new OpenSearchEngagementIndex(search, indexNames()));
    }

    /** Hashes users as the deployment does; reads its salt at first use. */
    public UserHash userHash() {
        return users;
    }

    public PinStore pins() {
        return new S3PinStore(s3, output(OutputNames.CATALOGUE_BUCKET));
    }

    public BoardStore boards() {
        return new S3BoardStore(s3, output(OutputNames.CATALOGUE_BUCKET));
    }

    public AccessKeyStore accessKeys() {
        return new S3AccessKeyStore(s3, output(OutputNames.CATALOGUE_BUCKET));
    }

    public RankerStore rankers() {
        return new S3RankerStore(s3, output(OutputNames.FEATURES_BUCKET));
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        lambda.close();
        search.close();
    }
}
