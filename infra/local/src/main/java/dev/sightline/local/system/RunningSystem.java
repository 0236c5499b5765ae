package dev.sightline.local.system;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sightline.events.OutputNames;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} started: ports, the worker's models, stack outputs, and what was deployed. Kept as {@code system.json} in the
 * state folder.
 *
 * @param ports as {@code up} was told
 * @param deployed SHA-256 of each function's zip by its folder, and of the {@link #STACKS}
 * @param succession where the worker is that followed the first one; null: the first one runs still
 */
public record RunningSystem(
        Ports ports,
        ModelChoice models,
        Map<String, String> outputs,
        @JsonAlias("functions") Map<String, String> deployed,
        @Nullable Succession succession) {

    /** The stacks' sources among what was deployed. A system that is older than this name has none. */
    static final String STACKS = "stacks";

    /**
     * A worker that followed another one without a pause.
     *
     * @param port of the worker that runs
     * @param next the models that it runs beside its own; null: none
     */
    public record Succession(int port, @Nullable ModelChoice next) {}

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public RunningSystem {
        // A file of before has none.
        models = Objects.requireNonNullElse(models, ModelChoice.DEFAULT);
        outputs = Map.copyOf(outputs);
        deployed = Map.copyOf(deployed);
    }

    public RunningSystem(Ports ports, ModelChoice models, Map<String, String> outputs, Map<String, String> deployed) {
        this(ports, models, outputs, deployed, null);
    }

    /** The same system with this deployed. */
    RunningSystem withDeployed(Map<String, String> newOutputs, Map<String, String> hashes) {
        return new RunningSystem(ports, models, newOutputs, hashes, succession);
    }

    /** The same system with another worker. */
    RunningSystem withWorker(ModelChoice current, Succession worker) {
        return new RunningSystem(ports, current, outputs, deployed, worker);
    }

    /** The models that the worker runs beside its own while the system is switched to them. */
    public Optional<ModelChoice> nextModels() {
        return Optional.ofNullable(succession).flatMap(worker -> Optional.ofNullable(worker.next()));
    }

    /** The ports that the parts have now. */
    Ports portsNow() {
        return succession == null ? ports : ports.withWorker(succession.port());
    }

    public static Optional<RunningSystem> read(Path state) {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(file.toFile(), RunningSystem.class));
        } catch (IOException e) {
            throw new LauncherException("cannot read %s; ./sightline down removes it".formatted(file), e);
        }
    }

    void write(Path state) {
        try {
            Files.createDirectories(state);
            MAPPER.writeValue(file(state).toFile(), this);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file(state), e);
        }
    }

    static void forget(Path state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + file(state), e);
        }
    }

    /** A stack output by one of {@link OutputNames}. */
    public String output(String name) {
        return Objects.requireNonNull(outputs.get(name), () -> "the stacks have no output " + name);
    }

    /** The base URL of the public API, ending in {@code /}. */
    public URI api() {
        return api(ports.aws(), outputs);
    }

    static URI api(int awsPort, Map<String, String> outputs) {
        return URI.create("http://127.0.0.1:%d/_aws/execute-api/%s/%s/"
                .formatted(awsPort, outputs.get(OutputNames.API_ID), outputs.get(OutputNames.API_STAGE)));
    }

    /** The page, which has the API below {@code /v1} too. */
    public URI page() {
        return URI.create("http://127.0.0.1:%d/".formatted(ports.web()));
    }

    public URI awsEndpoint() {
        return URI.create("http://127.0.0.1:" + ports.aws());
    }

    public URI searchEndpoint() {
        return URI.create("http://127.0.0.1:" + ports.search());
    }

    public URI workerEndpoint() {
        return URI.create("http://127.0.0.1:" + portsNow().worker());
    }

    private static Path file(Path state) {
        return state.resolve("system.json");
    }
}
