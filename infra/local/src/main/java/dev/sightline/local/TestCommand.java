package dev.sightline.local;

import dev.sightline.events.EnvironmentNames;
import dev.sightline.local.fuzz.ApiFuzz;
import dev.sightline.local.system.Foreground;
import dev.sightline.local.system.LocalStack;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.PortOwner;
import dev.sightline.local.system.Ports;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every check and test: format and static checks, unit, contract and integration tests, the end-to-end"
                    + " test,",
            "a minute of fuzzing of the API, and the page in a real browser.",
            "Starts a system of its own for them, on free ports, beside one that may be up, and stops it at the end."
        })
final class TestCommand implements Callable<Integer> {

    private static final Duration FUZZING = Duration.ofSeconds(60);

    /** The same requests in each run: others are sent by {@code ./sightline fuzz}. */
    private static final long FUZZING_SEED = 1;

    private final Console console;

    @Option(names = "--unit", description = "only what needs no server: format, static checks and unit tests")
    private boolean unitOnly;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        Foreground.run(console, places.root(), Map.of(), PageTests.unitCommand(places.root()));
        if (unitOnly) {
            Foreground.run(console, places.root(), Map.of(), List.of("mvn", "-B", "-ntp", "--fail-at-end", "verify"));
            return 0;
        }
        Places own = places.withState(places.state().resolve("test"));
        Preparation preparation = new Preparation(own, console);
        PageTests page = PageTests.prepared(preparation);
        Path scenario = new TypeScriptClient(own, console).compiled(preparation.typeScriptPackages());
        testPython(own);
        testJava(own, page, scenario);
        testTemplates(own);
        console.note("sightline: all tests passed");
        return 0;
    }

    private void testPython(Places places) {
        Preparation preparation = new Preparation(places, console);
        Path local = places.root().resolve("infra/local");
        testPackage(
                local.resolve("localstack"),
                preparation.localStackTestPython(),
                List.of("-m", "integration or not integration"));
        preparation.allModels();
        preparation.corpus();
        testPackage(local.resolve("models"), preparation.modelsTestPython(), List.of());
        // Only what needs no package of the benchmarks: those are not installed for tests.
        testPackage(local.resolve("bench"), preparation.modelsTestPython(), List.of());
    }

    /** Those that the Java tests have written. */
    private void testTemplates(Places places) {
        testPackage(places.root().resolve("infra/cdk/lint"), new Preparation(places, console).lintPython(), List.of());
    }

    private void testPackage(Path folder, Path python, List<String> pytestOptions) {
        Foreground.run(console, folder, Map.of(), List.of(python.toString(), "-m", "ruff", "check", "."));
        Foreground.run(console, folder, Map.of(), List.of(python.toString(), "-m", "ruff", "format", "--check", "."));
        List<String> pytest = new ArrayList<>(List.of(python.toString(), "-m", "pytest", "-q"));
        pytest.addAll(pytestOptions);
        Foreground.run(console, folder, Map.of(), pytest);
    }

    private void testJava(Places places, PageTests page, Path scenario) {
        LocalSystem system = new LocalSystem(places, console);
        Thread stop = new Thread(system::down, "stop the test system");
        Runtime.getRuntime().addShutdownHook(stop);
        system.down();
        RunningSystem up = system.up(
                new Ports(PortOwner.anyFree(), PortOwner.anyFree(), PortOwner.anyFree(), PortOwner.anyFree()));
        Foreground.run(
                console,
                places.root(),
                testEnvironment(places, up, scenario),
                List.of("mvn", "-B", "-ntp", "--fail-at-end", "verify", "-Pit"));
        new ApiFuzz(places, console).run(up.api(), FUZZING, FUZZING_SEED);
        Foreground.run(console, places.root(), page.environment(places, up), page.command());
        system.down();
        Runtime.getRuntime().removeShutdownHook(stop);
    }

    private Map<String, String> testEnvironment(Places places, RunningSystem up, Path scenario) {
        Map<String, String> environment = new TreeMap<>(LocalStack.CREDENTIALS);
        environment.put("AWS_ENDPOINT_URL", up.awsEndpoint().toString());
        environment.put(EnvironmentNames.OPENSEARCH_URL, up.searchEndpoint().toString());
        environment.put(EnvironmentNames.MODELS, places.models().toString());
        environment.put("SIGHTLINE_CORPUS", places.corpus().toString());
        environment.put("SIGHTLINE_STATE", places.state().toString());
        Path python = new Preparation(places, console).modelsTestPython();
        environment.put("SIGHTLINE_MODELS_PYTHON", python.toString());
        environment.put("SIGHTLINE_TYPESCRIPT_CLIENT", scenario.toString());
        return environment;
    }
}
