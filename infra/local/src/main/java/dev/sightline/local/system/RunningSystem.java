package dev.sightline.local.system;

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

/**
 * What {@code up} started: ports, the worker's models, stack outputs, and the SHA-256 of each function's deployed zip. Kept as {@code system.json} in the
 * state folder.
 */
public record RunningSystem(
        Ports ports, ModelChoice models, Map<String, String> outputs, Map<String, String> functions) {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public RunningSystem {
        // A file of before has none.
        models = Objects.requireNonNullElse(models, ModelChoice.DEFAULT);
        outputs = Map.copyOf(outputs);
        functions = Map.copyOf(functions);
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
        return URI.create("http://127.0.0.1:%d/_aws/execute-api/%s/%s/"
                .formatted(ports.aws(), output(OutputNames.API_ID), output(OutputNames.API_STAGE)));
    }

    public URI awsEndpoint() {
        return URI.create("http://127.0.0.1:" + ports.aws());
    }

    public URI searchEndpoint() {
        return URI.create("http://127.0.0.1:" + ports.search());
    }

    public URI workerEndpoint() {
        return URI.create("http://127.0.0.1:" + ports.worker());
    }

    private static Path file(Path state) {
        return state.resolve("system.json");
    }
}
