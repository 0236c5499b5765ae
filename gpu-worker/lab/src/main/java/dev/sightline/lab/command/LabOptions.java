package dev.sightline.lab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all commands of the lab take. The launcher sets the variables that the defaults name. */
public final class LabOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_CORPUS}",
            description = "labelled images, folder name = label (default: Debian's tuxpaint stamps)")
    private @Nullable Path corpus;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_MODELS}",
            description = "folder that holds the model bundles (default: the prepared ones)")
    private @Nullable Path models;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_CACHE}",
            description = "where computed features are kept (default: the user's cache)")
    private @Nullable Path cache;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides all random choices: same seed, same numbers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /** The folder of labelled images. */
    public Path corpus() {
        return folder(corpus, "DIR");
    }

    /** The folder that holds one folder per model bundle. */
    public Path models() {
        return folder(models, "--models");
    }

    /** Where to keep what is expensive to compute; may not exist yet. */
    public Path cache() {
        return given(cache, "--cache");
    }

    public long seed() {
        return seed;
    }

    public boolean json() {
        return json;
    }

    private Path folder(@Nullable Path path, String option) {
        Path folder = given(path, option);
        if (!Files.isDirectory(folder)) {
            throw wrong("%s: expected a folder, got %s".formatted(option, folder));
        }
        return folder;
    }

    private Path given(@Nullable Path path, String option) {
        if (path == null) {
            throw wrong("%s is needed: start with ./sightline, or name it".formatted(option));
        }
        return path;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
