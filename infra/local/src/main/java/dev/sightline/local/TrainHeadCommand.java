package dev.sightline.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a head in the lab's JVM, then joins it to the bundle whose features it was trained on. */
@Command(
        name = "train-head",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a layer on frozen features, reports how good it is on held-out images, and writes a model bundle with it.",
            "The worker runs that bundle like any other; training is not needed for it."
        })
final class TrainHeadCommand implements Callable<Integer> {

    private static final String LABELS = "labels";

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "labelled images, folder name = label (default: Debian's tuxpaint stamps)")
    private @Nullable Path corpus;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = LABELS,
            description = "labels: names the images; projection: a compact embedding (default: ${DEFAULT-VALUE})")
    private String kind = LABELS;

    @Option(
            names = "--embedder",
            paramLabel = "NAME",
            defaultValue = "efficientnet-lite0",
            description = "the bundle whose features are frozen (default: ${DEFAULT-VALUE})")
    private String embedder = "";

    @Option(names = "--layer", paramLabel = "NAME", description = "its layer (default: that of its embedding)")
    private @Nullable String layer;

    @Option(
            names = "--dims",
            paramLabel = "N",
            defaultValue = "256",
            description = "dimensions of a projection (default: ${DEFAULT-VALUE})")
    private int dimensions;

    @Option(
            names = "--min-images",
            paramLabel = "N",
            defaultValue = "5",
            description = "labels with fewer different images are left out, and named (default: ${DEFAULT-VALUE})")
    private int minImages;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides all random choices: same seed, same layer (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "folder of the new bundle (default: beside the prepared ones, named after embedder, images and kind)")
    private @Nullable Path out;

    @Option(names = "--json", description = "print the figures as JSON")
    private boolean json;

    TrainHeadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        Preparation preparation = new Preparation(places, console);
        preparation.models();
        if (corpus == null) {
            preparation.corpus();
        }
        Path head = places.state().resolve("head");
        int status = new LabProcess(places).run("train-head", labArguments(head));
        if (status == 0) {
            Path bundle = out == null ? places.models().resolve(embedder + "-" + idOf(head)) : out.toAbsolutePath();
            preparation.attachHead(places.models().resolve(embedder), head, bundle);
            console.note("new bundle: " + bundle);
        }
        return status;
    }

    private List<String> labArguments(Path head) {
        List<String> arguments = new ArrayList<>();
        if (corpus != null) {
            arguments.add(corpus.toString());
        }
        arguments.addAll(List.of("--kind", kind, "--embedder", embedder));
        arguments.addAll(List.of("--dims", Integer.toString(dimensions)));
        arguments.addAll(List.of("--min-images", Integer.toString(minImages)));
        arguments.addAll(List.of("--seed", Long.toString(seed), "--out", head.toString()));
        if (layer != null) {
            arguments.addAll(List.of("--layer", layer));
        }
        if (json) {
            arguments.add("--json");
        }
        return arguments;
    }

    private static String idOf(Path head) {
        Path description = head.resolve("head.json");
        try {
            return new ObjectMapper()
                    .readTree(Files.readAllBytes(description))
                    .required("id")
                    .asText();
        } catch (IOException e) {
            throw new LauncherException("expected the trained head in " + description, e);
        }
    }
}
