package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine: starts its parts in the order in which they need each other, and stops exactly those.
 *
 * <p>LocalStack holds the bucket in memory. So whenever it starts anew, everything that was derived from the old bucket goes: the
 * indexes are cleared, the stacks deployed, and the worker is started again.
 */
public final class LocalSystem {

    /** In the order of stopping: consumers first. */
    private static final List<String> PARTS = List.of(WorkerProcess.NAME, LocalStack.NAME, SearchNode.NAME);

    private final Places places;
    private final Console console;
    private final ProcessTable processes;
    private final Readiness readiness = new Readiness();

    public LocalSystem(Places places, Console console) {
        this.places = places;
        this.console = console;
        this.processes = new ProcessTable(places.state().resolve("run"));
    }

    /** The running system, if every part of it runs. */
    public Optional<RunningSystem> running() {
        boolean all = PARTS.stream().allMatch(part -> processes.find(part).isPresent());
        return all ? RunningSystem.read(places.state()) : Optional.empty();
    }

    /** The running system. */
    public RunningSystem requireRunning() {
        return running().orElseThrow(() -> new LauncherException("Sightline is not running. Start it: ./sightline up"));
    }

    /** Starts what does not run yet, with the default models. */
    public RunningSystem up(Ports ports) {
        return up(ports, ModelChoice.DEFAULT);
    }

    /** Starts what does not run yet. */
    public RunningSystem up(Ports ports, ModelChoice models) {
        Optional<RunningSystem> running = running();
        if (running.isPresent()) {
            return refresh(running.get(), ports, models);
        }
        Instant start = Instant.now();
        RunningSystem system = start(ports, models);
        console.done("Sightline is up", Duration.between(start, Instant.now()));
        return system;
    }

    /** Stops every part that this checkout's system started; returns their names. */
    public List<String> down() {
        List<String> stopped = PARTS.stream().filter(this::stop).toList();
        processes.names().forEach(this::stop);
        RunningSystem.forget(places.state());
        return stopped;
    }

    /** Each part with its process, if it runs. */
    public List<Part> parts() {
        return PARTS.reversed().stream()
                .map(name -> new Part(name, processes.find(name).orElse(null)))
                .toList();
    }

    private boolean stop(String part) {
        console.progress("  … stopping " + part);
        return processes.stop(part);
    }

    private RunningSystem refresh(RunningSystem system, Ports ports, ModelChoice models) {
        if (!ports.equals(system.ports())) {
            throw new LauncherException(
                    "Sightline runs already, on ports %s; asked for %s. Stop it first: ./sightline down"
                            .formatted(system.ports(), ports));
        }
        if (!models.equals(system.models())) {
            throw new LauncherException("Sightline runs already, with %s; asked for %s. Stop it first: ./sightline down"
                    .formatted(system.models(), models));
        }
        FunctionZips zips = new FunctionZips(places.root());
        List<String> updated = zips.update(system);
        if (updated.isEmpty()) {
            console.note("Sightline is up already; nothing to do.");
            return system;
        }
        RunningSystem refreshed = new RunningSystem(system.ports(), system.models(), system.outputs(), zips.hashes());
        refreshed.write(places.state());
        console.note("Sightline is up already; updated the functions that changed: " + String.join(", ", updated));
        return refreshed;
    }

    private RunningSystem start(Ports ports, ModelChoice models) {
        makeStateFolder();
        Preparation preparation = new Preparation(places, console);
        Path python = preparation.localStackPython();
        Path tools = preparation.nodeTools();
        models.prepare(preparation);
        SearchNode search = new SearchNode(places, ports.search());
        LocalStack aws = new LocalStack(places, ports.aws());
        WorkerProcess worker = new WorkerProcess(places, ports.worker(), models);
        processes.stop(WorkerProcess.NAME);
        processes.stop(LocalStack.NAME);
        Deployment deployment = new Deployment(places, aws, tools);
        CompletableFuture<Void> templates = CompletableFuture.runAsync(() -> deployment.synthesize(search, worker));
        startSearch(search, ports);
        startAws(aws, python, ports);
        search.clear();
        Map<String, String> outputs = deploy(deployment, templates);
        startWorker(worker, aws, outputs, ports);
        RunningSystem system = new RunningSystem(ports, models, outputs, new FunctionZips(places.root()).hashes());
        system.write(places.state());
        return system;
    }

    private void startSearch(SearchNode search, Ports ports) {
        if (processes.find(SearchNode.NAME).isEmpty()) {
            PortOwner.requireFree(ports.search(), "--search-port");
            startPart(search.spec(), search.health(), "OpenSearch with k-NN on " + search.endpoint());
        }
    }

    private void startAws(LocalStack aws, Path python, Ports ports) {
        if (processes.find(LocalStack.NAME).isEmpty()) {
            PortOwner.requireFree(ports.aws(), "--aws-port");
            startPart(aws.spec(python), aws.health(), "LocalStack on " + aws.endpoint());
        }
    }

    private void startWorker(WorkerProcess worker, LocalStack aws, Map<String, String> outputs, Ports ports) {
        PortOwner.requireFree(ports.worker(), "--worker-port");
        startPart(worker.spec(aws, outputs), worker.health(), "worker on " + worker.endpoint());
    }

    private Map<String, String> deploy(Deployment deployment, CompletableFuture<Void> templates) {
        Instant start = Instant.now();
        console.progress("  … deploying the stacks");
        deployment.bootstrap();
        finish(templates);
        Map<String, String> outputs = deployment.deploy();
        console.done("stacks deployed by the CDK app", Duration.between(start, Instant.now()));
        return outputs;
    }

    private static void finish(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LauncherException reason ? reason : e;
        }
    }

    private void startPart(ProcessSpec spec, URI health, String what) {
        Instant start = Instant.now();
        console.progress("  … starting " + spec.name());
        truncate(spec.log());
        ProcessHandle process = processes.start(spec);
        readiness.await(spec.name(), process, health, spec.log());
        console.done(what, Duration.between(start, Instant.now()));
    }

    private static void truncate(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + log, e);
        }
    }

    private void makeStateFolder() {
        try {
            Files.createDirectories(places.state());
        } catch (IOException e) {
            throw new LauncherException("cannot make " + places.state(), e);
        }
    }

    /** A part of the system and its process, if it runs. */
    public record Part(String name, @Nullable ProcessHandle running) {

        public Optional<ProcessHandle> process() {
            return Optional.ofNullable(running);
        }
    }
}
