package dev.sightline.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deploys the CDK app to LocalStack: the same templates that AWS gets.
 *
 * <p>Fails if LocalStack accepts a resource without having it (as a "fallback", which only its log tells), since that would be a hole
 * in the system.
 */
final class Deployment {

    /** What LocalStack logs of a resource that it lacks; an integration test of the plugin checks that it still does. */
    private static final Pattern FALLBACK =
            Pattern.compile("Deployment of resource type (\\S+) succeeded, but will fail");

    private final Places places;
    private final ProcessPartStarter parts;
    private final Path tools;

    Deployment(Places places, ProcessPartStarter parts, Path tools) {
        this.places = places;
        this.parts = parts;
        this.tools = tools;
    }

    /** Makes the templates: needs neither AWS nor LocalStack, so it can run while they start. */
    void synthesize() {
        synthesize(Map.of());
    }

    /** The same of a deployment that differs from the local one by these values. */
    void synthesize(Map<String, String> differences) {
        Map<String, String> context = new LinkedHashMap<>();
        context.put("root", places.root().toString());
        context.put("deployment", "local");
        context.put("openSearchUrl", parts.search().endpoint().toString());
        context.put("analyzerUrl", parts.worker().endpoint().toString());
        context.put("pageOrigins", parts.web().origins());
        context.put("tracesEndpoint", parts.web().collector().toString());
        context.putAll(differences);
        Stream<String> values =
                context.entrySet().stream().flatMap(value -> Stream.of("-c", value.getKey() + "=" + value.getValue()));
        run(
                places.root(),
                "synth",
                "cdk",
                Stream.concat(Stream.of("--quiet", "--output=" + templates()), values)
                        .toArray(String[]::new));
    }

    /** Prepares the account for deployments. In a folder without cdk.json: it needs no app, and would start it. */
    void bootstrap() {
        run(places.state(), "bootstrap", "cdklocal", "aws://000000000000/us-east-1");
    }

    /** Deploys the templates and returns the stacks' outputs. */
    Map<String, String> deploy() {
        Path outputs = places.state().resolve("outputs.json");
        run(
                places.state(),
                "deploy",
                "cdklocal",
                "--app=" + templates(),
                "--all",
                "--concurrency=2",
                "--require-approval=never",
                "--outputs-file=" + outputs);
        refuseFallbacks(Tool.tail(places.log(LocalStack.NAME), Integer.MAX_VALUE));
        return read(outputs);
    }

    /** Fails if LocalStack's log names resources that it lacks. */
    static void refuseFallbacks(String log) {
        List<String> lacking = FALLBACK.matcher(log)
                .results()
                .map(line -> line.group(1))
                .distinct()
                .sorted()
                .toList();
        if (!lacking.isEmpty()) {
            throw new LauncherException(
                    "LocalStack lacks resources of the stacks, and only pretends to have deployed them: "
                            + String.join(", ", lacking));
        }
    }

    private Path templates() {
        return places.state().resolve("cdk.out");
    }

    private void run(Path folder, String command, String program, String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = tools.resolve("node_modules/.bin").resolve(program).toString();
        line[1] = command;
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        new Tool(places.log("cdk-" + command), folder, environment()).run(line);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(parts.aws().clientEnvironment());
        environment.put("PATH", "%s:%s".formatted(tools.resolve("node_modules/.bin"), System.getenv("PATH")));
        environment.put("NODE_PATH", tools.resolve("node_modules").toString());
        environment.put("AWS_ENDPOINT_URL_S3", parts.aws().endpoint().toString());
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
        environment.put("CI", "true");
        return environment;
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
