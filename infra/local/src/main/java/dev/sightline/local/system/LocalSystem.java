package dev.sightline.local.system;

import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.S3AccessKeyStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The whole system on this machine: starts its parts in the order in which they need each other, and stops exactly those.
 *
 * <p>LocalStack holds the bucket in memory. So whenever it starts anew, everything that was derived from the old bucket goes: the
 * indexes are cleared, the stacks deployed, and the worker is started again. While it runs, any other part that died is started again
 * by itself, and nothing is lost.
 */
public final class LocalSystem {

    /** In the order of stopping: consumers first. */
    private static final List<String> PARTS =
            List.of(WebProcess.NAME, WorkerProcess.NAME, LocalStack.NAME, SearchNode.NAME);

    private final Places places;
    private final Console console;
    private final ProcessTable processes;

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

    /** The system whose bucket is there: LocalStack runs, and what was deployed to it is known. Other parts may be dead. */
    public Optional<RunningSystem> alive() {
        return processes.find(LocalStack.NAME).flatMap(part -> RunningSystem.read(places.state()));
    }

    /** The parts of a system that is {@link #alive} which do not run, in the order of starting. */
    public List<String> deadParts() {
        return alive().isEmpty()
                ? List.of()
                : PARTS.reversed().stream()
                        .filter(part -> processes.find(part).isEmpty())
                        .toList();
    }

    /** The running system. */
    public RunningSystem requireRunning() {
        return running()
                .orElseThrow(() -> new LauncherException(
                        deadParts().isEmpty()
                                ? "Sightline is not running. Start it: ./sightline up"
                                : "Sightline's %s died. Start what died, and keep what was uploaded: ./sightline up"
                                        .formatted(String.join(" and ", deadParts()))));
    }

    /** Starts what does not run yet, with the default models. */
    public RunningSystem up(Ports ports) {
        return up(ports, ModelChoice.DEFAULT);
    }

    /** Starts what does not run yet. */
    public RunningSystem up(Ports ports, ModelChoice models) {
        Optional<RunningSystem> alive = alive();
        if (alive.isPresent()) {
            return refresh(alive.get(), ports, models);
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

    /** The file with this machine's own key of the API. */
    public Path keyFile() {
        return LocalKey.file(places.state());
    }

    /** Each part with its process, if it runs. */
    public List<Part> parts() {
        return PARTS.reversed().stream()
                .map(name -> new Part(name, processes.find(name).orElse(null)))
                .toList();
    }

    /**
     * Starts the parts that died of a system whose bucket is there, with what they had: OpenSearch on its data folder, the worker with
     * its models. Nothing is cleared or deployed.
     *
     * @return their names
     */
    public List<String> heal() {
        RunningSystem system = alive().orElseThrow(() ->
                new LauncherException("LocalStack is dead, and its buckets with it. Start anew: ./sightline up"));
        return new Healing(processes, starter(system)).heal(system);
    }

    /**
     * Lets another worker follow the one that runs, without a moment in which none answers.
     *
     * @param next the models that it runs beside its own; null: none
     */
    public RunningSystem replaceWorker(ModelChoice models, @Nullable ModelChoice next) {
        models.prepare(new Preparation(places, console));
        if (next != null) {
            next.prepare(new Preparation(places, console));
        }
        return new WorkerSuccession(places, processes, console).replace(requireRunning(), models, next);
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
        makeKey(system.awsEndpoint(), system.outputs());
        List<String> healed = heal();
        ProcessPartStarter parts = starter(system);
        parts.web().assemblePage();
        if (!healed.isEmpty()) {
            console.note("Started again, with bucket and index as they were: " + String.join(", ", healed));
        }
        Upgrade.Upgraded upgraded = new Upgrade(places, processes, parts, console).bring(system);
        if (upgraded.parts().isEmpty()) {
            console.note(healed.isEmpty() ? "Sightline is up already; nothing to do." : "Sightline is up.");
        } else {
            console.note("Sightline is up already; updated what changed: " + String.join(", ", upgraded.parts()));
        }
        return upgraded.system();
    }

    private RunningSystem start(Ports ports, ModelChoice models) {
        makeStateFolder();
        // What is written there speaks of buckets that are gone: nobody may take it for the new ones.
        RunningSystem.forget(places.state());
        Preparation preparation = new Preparation(places, console);
        Path python = preparation.localStackPython();
        Path tools = preparation.nodeTools();
        models.prepare(preparation);
        ProcessPartStarter parts = starter(ports, models);
        processes.stop(WebProcess.NAME);
        processes.stop(WorkerProcess.NAME);
        processes.stop(LocalStack.NAME);
        forgetOldLogs();
        Deployment deployment = new Deployment(places, parts, tools);
        CompletableFuture<Void> templates = CompletableFuture.runAsync(deployment::synthesize);
        if (processes.find(SearchNode.NAME).isEmpty()) {
            parts.startSearch();
        }
        parts.startAws(python);
        parts.search().clear();
        Map<String, String> outputs = deploy(deployment, templates);
        makeKey(parts.aws().endpoint(), outputs);
        parts.startWorker(outputs);
        parts.startWeb(outputs);
        RunningSystem system =
                new RunningSystem(ports, models, outputs, new Upgrade(places, processes, parts, console).hashes());
        system.write(places.state());
        return system;
    }

    /** For the parts of a system that runs, as they are now. */
    private ProcessPartStarter starter(RunningSystem system) {
        ProcessPartStarter starter = starter(system.portsNow(), system.models());
        return system.nextModels().map(starter::beside).orElse(starter);
    }

    private ProcessPartStarter starter(Ports ports, ModelChoice models) {
        return new ProcessPartStarter(places, ports, models, processes, console);
    }

    /** A part that is started again by itself keeps its log, which says why it died. */
    private void forgetOldLogs() {
        PARTS.stream()
                .filter(part -> processes.find(part).isEmpty())
                .map(places::log)
                .forEach(LocalSystem::delete);
    }

    private static void delete(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + log, e);
        }
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

    /** LocalStack's bucket forgets the key that the file of before still has. */
    private void makeKey(URI aws, Map<String, String> outputs) {
        try (S3Client s3 = AwsClients.s3(aws)) {
            AccessKeyStore keys = new S3AccessKeyStore(
                    s3,
                    Objects.requireNonNull(outputs.get(OutputNames.CATALOGUE_BUCKET), "no bucket of the catalogue"));
            new LocalKey(places.state(), keys, Clock.systemUTC()).make();
        }
    }

    private static void finish(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof LauncherException reason ? reason : e;
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
