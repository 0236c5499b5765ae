package dev.sightline.local;

import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes 8-bit variants of bundles, each beside the one that it is made of. */
@Command(
        name = "quantize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes 8-bit variants of model bundles, NAME-int8, calibrated with pictures: faster on CPUs that count bytes (AVX-512 VNNI).",
            "They are other models: measure them (./sightline evaluate) before an index is built with them."
        })
final class QuantizeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "pictures like those that will be indexed (default: Debian's tuxpaint stamps)")
    private @Nullable Path pictures;

    @Option(
            names = "--bundle",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "efficientnet-lite0,nanodet",
            description = "the bundles, by their folders (default: ${DEFAULT-VALUE})")
    private List<String> bundles = List.of();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "" + Preparation.CALIBRATION_PICTURES,
            description = "how many of the pictures calibrate a bundle (default: ${DEFAULT-VALUE})")
    private int count;

    QuantizeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (count < 1) {
            throw new LauncherException("expected --count to be at least 1, got " + count);
        }
        Places places = Places.fromEnvironment(System.getenv());
        Preparation preparation = new Preparation(places, console);
        Path models = preparation.models();
        bundles.forEach(name -> require(models.resolve(name)));
        Path calibrating = pictures == null ? preparation.corpus() : pictures.toAbsolutePath();
        for (String name : bundles) {
            preparation.quantize(name, calibrating, count);
            console.note("new bundle: " + preparation.eightBits(name));
        }
        return 0;
    }

    private static void require(Path bundle) {
        if (!Files.isDirectory(bundle)) {
            throw new LauncherException("expected a model bundle in " + bundle);
        }
    }
}
