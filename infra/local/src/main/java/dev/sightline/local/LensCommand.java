package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ContentTypes;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "lens",
        mixinStandardHelpOptions = true,
        description = {
            "Stored images that look like a photo, and like each object in it.",
            "The photo does not become one of the images. It is kept for a day under the query id that the answer names,",
            "with which further questions need neither the file nor the worker: lens --query-id, flashlight --query-id."
        })
final class LensCommand implements Callable<Integer> {

    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Photo photo = new Photo();

    @Option(
            names = "--tag",
            paramLabel = "NAME",
            description = "with --query-id: a label that every result must have; may be given several times")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "with --query-id: results with a detected object of this category come first")
    private @Nullable String category;

    @Mixin
    private AnswerOptions options;

    LensCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (photo.queryId == null && (!tags.isEmpty() || category != null)) {
            throw new LauncherException(
                    "--tag and --category narrow a further question about a photo: give --query-id in place of FILE");
        }
        try (ApiClient api = RunningApi.open(console)) {
            options.print(ask(api), console);
        }
        return 0;
    }

    private JsonNode ask(ApiClient api) {
        if (photo.queryId != null) {
            return api.lens(photo.queryId, tags, category, options.limit());
        }
        Path file = Objects.requireNonNull(photo.file);
        return api.lens(bytes(file), ContentTypes.of(file), options.limit());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read %s: %s".formatted(file, e), e);
        }
    }

    /** What is asked about. */
    private static final class Photo {

        @Parameters(paramLabel = "FILE", description = "the photo, in any format that can be indexed")
        private @Nullable Path file;

        @Option(names = "--query-id", paramLabel = "ID", description = "the photo of an earlier answer, for a day")
        private @Nullable String queryId;
    }
}
