package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deploys the CDK app to LocalStack: the same templates that AWS gets.
 *
 * <p>Fails if LocalStack accepts a resource without having it ("deployed as a fallback"), since that would be a hole in the system.
 */
final class Deployment {

    private static final String FALLBACK = "deployed as a fallback";

    private final Places places;
    private final LocalStack aws;
    private final Path tools;

    Deployment(Places places, LocalStack aws, Path tools) {
        this.places = places;
        this.aws = aws;
        this.tools = tools;
    }

    /** Deploys all stacks and returns their outputs. */
    Map<String, String> deploy(SearchNode search, WorkerProcess worker) {
        // In a folder without cdk.json: bootstrapping needs no app, and would start it.
        cdklocal(places.state(), "bootstrap", "aws://000000000000/us-east-1");
        Path outputs = places.state().resolve("outputs.json");
        cdklocal(
                places.root(),
                "deploy",
                "--all",
                "--require-approval=never",
                "--outputs-file=" + outputs,
                "--output=" + places.state().resolve("cdk.out"),
                "-c",
                "root=" + places.root(),
                "-c",
                "openSearchUrl=" + search.endpoint(),
                "-c",
                "openSearchAuth=none",
                "-c",
                "knnMode=exact",
                "-c",
                "analyzerUrl=" + worker.endpoint());
        refuseFallbacks();
        return read(outputs);
    }

    private void cdklocal(Path folder, String command, String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = tools.resolve("node_modules/.bin/cdklocal").toString();
        line[1] = command;
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        new Tool(places.log("cdk-" + command), folder, environment()).run(line);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(aws.clientEnvironment());
        environment.put("PATH", "%s:%s".formatted(tools.resolve("node_modules/.bin"), System.getenv("PATH")));
        environment.put("NODE_PATH", tools.resolve("node_modules").toString());
        environment.put("AWS_ENDPOINT_URL_S3", aws.endpoint().toString());
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
        environment.put("CI", "true");
        return environment;
    }

    private void refuseFallbacks() {
        String log = Tool.tail(places.log(LocalStack.NAME), Integer.MAX_VALUE);
        log.lines().filter(line -> line.contains(FALLBACK)).findFirst().ifPresent(line -> {
            throw new LauncherException("LocalStack does not have a resource of the stacks: " + line);
        });
    }

    private static Map<String, String> read(Path file) {
        try {
            Map<String, String> outputs = new LinkedHashMap<>();
            for (JsonNode stack : new ObjectMapper().readTree(Files.readString(file))) {
                stack.properties()
                        .forEach(output ->
                                outputs.put(output.getKey(), output.getValue().asText()));
            }
            return outputs;
        } catch (IOException e) {
            throw new LauncherException("cannot read the stacks' outputs", e);
        }
    }
}
