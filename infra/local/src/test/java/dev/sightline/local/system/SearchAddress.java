package dev.sightline.local.system;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Where functions, ingest and indexer by default, find OpenSearch for the time of a test; closing gives them back the address that they had. */
final class SearchAddress implements AutoCloseable {

    private static final List<String> WRITERS = List.of(OutputNames.INGEST_FUNCTION, OutputNames.INDEXER_FUNCTION);

    private final RunningSystem system;
    private final LambdaClient lambda;
    private final Map<String, Map<String, String>> own = new HashMap<>();

    SearchAddress(RunningSystem system) {
        this(system, WRITERS);
    }

    SearchAddress(RunningSystem system, List<String> functions) {
        this.system = system;
        lambda = AwsClients.lambda(system.awsEndpoint());
        functions.forEach(function -> own.put(function, environment(system.output(function))));
    }

    void set(URI address) {
        own.forEach((function, environment) -> {
            Map<String, String> other = new HashMap<>(environment);
            other.put(EnvironmentNames.OPENSEARCH_URL, address.toString());
            configure(function, other);
        });
    }

    @Override
    public void close() {
        own.forEach(this::configure);
        lambda.close();
    }

    private Map<String, String> environment(String name) {
        return Map.copyOf(lambda.getFunctionConfiguration(request -> request.functionName(name))
                .environment()
                .variables());
    }

    private void configure(String function, Map<String, String> environment) {
        String name = system.output(function);
        lambda.updateFunctionConfiguration(
                request -> request.functionName(name).environment(variables -> variables.variables(environment)));
        lambda.waiter().waitUntilFunctionUpdatedV2(request -> request.functionName(name));
    }
}
