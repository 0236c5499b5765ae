package dev.sightline.local;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ContentTypes;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lens",
        mixinStandardHelpOptions = true,
        description = "Stored images that look like a photo, and like each object in it. The photo is not stored.")
final class LensCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the photo, in any format that can be indexed")
    private Path file;

    @Mixin
    private AnswerOptions options;

    LensCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunningSystem system = new LocalSystem(Places.fromEnvironment(System.getenv()), console).requireRunning();
        try (ApiClient api = new ApiClient(system.api())) {
            options.print(api.lens(bytes(), ContentTypes.of(file), options.limit()), console);
        }
        return 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read %s: %s".formatted(file, e), e);
        }
    }
}
