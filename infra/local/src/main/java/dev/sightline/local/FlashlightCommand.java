package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "flashlight",
        mixinStandardHelpOptions = true,
        description = "Images that look like, or hold, one part of a stored image: a detected object or any box.")
public final class FlashlightCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "IMAGE", description = "signature, source id or S3 key; needed with --box")
    private @Nullable String image;

    @ArgGroup(multiplicity = "1")
    private Part part = new Part();

    @Mixin
    private AnswerOptions options;

    FlashlightCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunningSystem system = new LocalSystem(Places.fromEnvironment(System.getenv()), console).requireRunning();
        try (ApiClient api = new ApiClient(system.api())) {
            options.print(ask(api), console);
        }
        return 0;
    }

    private JsonNode ask(ApiClient api) {
        if (part.object != null) {
            return api.flashlight(part.object, options.limit());
        }
        if (image == null || part.box == null) {
            throw new LauncherException("--box needs the IMAGE that it lies in");
        }
        return api.flashlight(ImageIds.of(image), box(part.box), options.limit());
    }

    public static NormalizedBox box(String text) {
        try {
            double[] sides = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (sides.length == 4) {
                return new NormalizedBox(sides[0], sides[1], sides[2], sides[3]);
            }
        } catch (NumberFormatException e) {
            // Answered below, with the form that is expected.
        } catch (SightlineException e) {
            throw new LauncherException("--box: " + e.getMessage(), e);
        }
        throw new LauncherException("--box: expected four fractions x,y,w,h such as 0.1,0.2,0.5,0.5, got " + text);
    }

    /** Which part of the image. */
    private static final class Part {

        @Option(names = "--object", paramLabel = "ID", description = "id of a detected object: SIGNATURE-N")
        private @Nullable String object;

        @Option(
                names = "--box",
                paramLabel = "X,Y,W,H",
                description = "left, top, width and height in fractions of the image")
        private @Nullable String box;
    }
}
