package dev.sightline.bench.figures;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder of data: {@code run.json} and a file for each step, {@code STEP.json}. */
public record BenchFolder(Path path) {

    /** The steps in the order of the report. */
    public static final List<String> STEPS = List.of("micro", "pipeline", "search", "functions", "load", "peers");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** What is there of the steps, in their order. */
    public List<StepData> steps() {
        List<StepData> found = new ArrayList<>();
        for (String step : STEPS) {
            Path file = file(step);
            if (Files.exists(file)) {
                found.add(read(file, StepData.class));
            }
        }
        return found;
    }

    /** On what it all ran. */
    public RunFacts facts() {
        return read(file("run"), RunFacts.class);
    }

    /** Replaces a step. */
    public void write(StepData data) {
        write(file(data.step()), data);
    }

    /** Replaces the facts. */
    public void write(RunFacts facts) {
        write(file("run"), facts);
    }

    /** What is there of one step. */
    public Optional<StepData> step(String name) {
        return steps().stream().filter(step -> step.step().equals(name)).findFirst();
    }

    private Path file(String name) {
        return path.resolve(name + ".json");
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "%s: expected data of the benchmarks: %s".formatted(file, e.getMessage()));
        }
    }

    private static void write(Path file, Object data) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String text = MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(indenter))
                    .writeValueAsString(data);
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
