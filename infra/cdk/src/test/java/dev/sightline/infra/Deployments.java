package dev.sightline.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** The example deployments with everything in them, synthesized once for all tests, with the page and a key for it. */
final class Deployments {

    /** Names of files in {@code deployments}. */
    static final List<String> NAMES = List.of("dev", "prod");

    /** Beside workers and functions. */
    static final Map<String, String> COLLECTORS = Map.of(
            "collectorImage", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/public/aws-otel-collector:v0.43.3",
            "collectorLayer", "arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-collector-arm64-ver-0-117-0:1");

    private static final Map<String, Deployments> MADE = new ConcurrentHashMap<>();

    private final App app;
    private final SightlineApp.Stacks stacks;
    private final Map<String, Template> templates = new TreeMap<>();

    private Deployments(String name, Map<String, String> more, Path root) {
        try {
            Path page = Files.createDirectories(root.resolve("page"));
            Files.writeString(page.resolve("index.html"), "<!doctype html>");
            Files.copy(Path.of("../web", PageHeaders.FILE), page.resolve(PageHeaders.FILE));
            Path file = Path.of("deployments", name + ".json").toAbsolutePath();
            Map<String, String> context = new TreeMap<>(Map.of(
                    "deployment", file.toString(), "page", page.toString(), "pageKeySecret", "sightline-page-key"));
            context.putAll(more);
            app = SynthesizedStacks.app(root, root.resolve("cdk.out"), context, Map.of());
            stacks = SightlineApp.addStacks(app, DeploymentSettings.fromContext(DeploymentContext.of(app.getNode())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The deployment of this name as its file says. */
    static Deployments of(String name) {
        return MADE.computeIfAbsent(name, key -> made(key, Map.of()));
    }

    /** The one of developers with native functions, in a network that exists. */
    static Deployments nativeInAnExistingNetwork() {
        return MADE.computeIfAbsent(
                "native",
                key -> made(
                        "dev",
                        Map.of(
                                "functions", "native",
                                "vpcId", "vpc-0123456789abcdef0",
                                "vpcSubnetIds", "subnet-0123456789abcdef1,subnet-0123456789abcdef2",
                                "vpcZones", "eu-west-1a,eu-west-1b")));
    }

    /** The one of production with collectors of spans. */
    static Deployments traced() {
        return MADE.computeIfAbsent("traced", key -> made("prod", COLLECTORS));
    }

    /** A new one, in a folder of its own. */
    static Deployments made(String name, Map<String, String> more) {
        try {
            Path root = Files.createTempDirectory("sightline-cdk");
            root.toFile().deleteOnExit();
            return new Deployments(name, more, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    App app() {
        return app;
    }

    SightlineApp.Stacks stacks() {
        return stacks;
    }

    Stream<Stack> stackList() {
        return app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast);
    }

    /** By the stack's name. */
    Map<String, Template> templates() {
        if (templates.isEmpty()) {
            stackList().forEach(stack -> templates.put(stack.getStackName(), Template.fromStack(stack)));
        }
        return templates;
    }

    Template template(String stack) {
        return Objects.requireNonNull(templates().get("Sightline" + stack));
    }
}
