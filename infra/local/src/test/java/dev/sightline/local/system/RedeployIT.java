package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The stacks deployed again, as they are and with a change, on the system that runs: everything is consumed once, as before. */
class RedeployIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OTHER_MAX_IMAGE_BYTES = "12345678";
    private static final int CONSUMED_QUEUES = 4;

    private final SystemUnderTest system = new SystemUnderTest();
    private final RunningSystem running = system.running();
    private final Places places = Places.fromEnvironment(System.getenv());
    private final Console console = new Console(nowhere(), nowhere(), false);
    private final ProcessTable processes = new ProcessTable(places.state().resolve("run"));
    private final ProcessPartStarter parts =
            new ProcessPartStarter(places, running.portsNow(), running.models(), processes, console);
    private final Deployment deployment = new Deployment(places, parts, new Preparation(places, console).nodeTools());
    private final DrawnPictures pictures = new DrawnPictures(places.corpus());
    private final LambdaClient lambda = AwsClients.lambda(running.awsEndpoint());
    private final EventBridgeClient rules = EventBridgeClient.builder()
            .endpointOverride(running.awsEndpoint())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @AfterEach
    void deployAsBefore() {
        deployment.synthesize();
        deployment.deploy();
        lambda.close();
        rules.close();
    }

    @Test
    void deploy_againAndAfterAChange_keepsOneConsumerOfEachQueue() {
        List<Consumer> before = consumers();

        Map<String, String> again = deployed(Map.of());

        assertThat(again).isEqualTo(running.outputs());
        assertThat(before).hasSizeGreaterThan(CONSUMED_QUEUES).doesNotHaveDuplicates();
        assertThat(before).extracting(Consumer::from).doesNotHaveDuplicates();
        assertThat(consumers()).isEqualTo(before);

        Map<String, String> changed = deployed(Map.of("maxImageBytes", OTHER_MAX_IMAGE_BYTES));

        assertThat(changed).isEqualTo(running.outputs());
        assertThat(consumers()).isEqualTo(before);
        assertThat(environment(OutputNames.INGEST_FUNCTION))
                .containsEntry(EnvironmentNames.MAX_IMAGE_BYTES, OTHER_MAX_IMAGE_BYTES);
        isIndexedStill();
    }

    private Map<String, String> deployed(Map<String, String> differences) {
        deployment.synthesize(differences);
        return deployment.deploy();
    }

    /** Who takes from each queue, and what rules put into them, in order. */
    private List<Consumer> consumers() {
        Stream<Consumer> functions = lambda.listEventSourceMappingsPaginator().eventSourceMappings().stream()
                .map(mapping -> new Consumer(mapping.eventSourceArn(), mapping.functionArn()));
        Stream<Consumer> targets = rules.listRules(request -> {}).rules().stream()
                .flatMap(rule -> rules.listTargetsByRule(request -> request.rule(rule.name())).targets().stream()
                        .map(target -> new Consumer(rule.arn(), target.arn())));
        return Stream.concat(functions, targets)
                .sorted(Comparator.comparing(Consumer::from))
                .toList();
    }

    private Map<String, String> environment(String output) {
        return lambda.getFunctionConfiguration(request -> request.functionName(running.output(output)))
                .environment()
                .variables();
    }

    private void isIndexedStill() {
        String key = "redeployed/%s.png".formatted(UUID.randomUUID());
        system.put(key, pictures.picture(ThreadLocalRandom.current().nextInt(1_000_000)));
        JsonNode source = system.first(
                "indexed after the stacks were deployed again",
                PATIENCE,
                () -> system.source(key),
                answer -> answer.path("state").asText().equals("indexed"));
        assertThat(source.path("key").asText()).isEqualTo(key);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    /** What takes messages or events, and from where: both by their resource names. */
    private record Consumer(String from, String to) {}
}
