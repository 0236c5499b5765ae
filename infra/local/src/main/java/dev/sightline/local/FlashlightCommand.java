package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.DotTable;
import dev.sightline.local.ask.FlashlightRequest;
import dev.sightline.local.ask.FlashlightRequest.OfImage;
import dev.sightline.local.ask.FlashlightRequest.OfObject;
import dev.sightline.local.ask.FlashlightRequest.OfQuery;
import dev.sightline.local.ask.FlashlightRequest.OfQueryObject;
import dev.sightline.local.ask.ImageDots;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.NormalizedBox;
import dev.sightline.visual.SightlineException;
import java.util.ArrayList;
import java.util.Arrays;
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
        name = "flashlight",
        mixinStandardHelpOptions = true,
        description = {
            "Images that look like, or hold, one part of an image: a detected object or any box.",
            "With IMAGE alone: its dots, the detected objects that are worth asking about."
        })
public final class FlashlightCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "IMAGE", description = "signature, source id or S3 key; needed with --box")
    private @Nullable String image;

    @Option(
            names = "--query-id",
            paramLabel = "ID",
            description = "query id of a Lens answer: the photo in which --box or --object lies")
    private @Nullable String query;

    @ArgGroup(multiplicity = "0..1")
    private @Nullable Part part;

    @Option(names = "--hidden", description = "with IMAGE alone: show objects that are no dots too, with the reason")
    private boolean hidden;

    @Option(
            names = "--tag",
            paramLabel = "NAME",
            description = "a label that every result must have; may be given several times")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "results with a detected object of this category come first")
    private @Nullable String category;

    @Mixin
    private AnswerOptions options;

    FlashlightCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        @Nullable FlashlightRequest request = request();
        try (ApiClient api = RunningApi.open(console)) {
            if (request == null) {
                printDots(api);
            } else {
                options.print(api.flashlight(request), console);
            }
        }
        return 0;
    }

    private void printDots(ApiClient api) {
        String id = ImageIds.of(Objects.requireNonNull(image));
        JsonNode answer = hidden ? api.allObjects(id) : api.objects(id);
        if (options.json()) {
            console.print(answer.toPrettyString());
        } else {
            DotTable.lines(ImageDots.of(answer)).forEach(console::print);
        }
    }

    /** The question, or null if no part was named: then the dots are shown. */
    private @Nullable FlashlightRequest request() {
        FlashlightRequest.@Nullable Part asked = asked();
        if (asked != null && hidden) {
            throw new LauncherException("--hidden goes with IMAGE alone, not with --object or --box");
        }
        if (asked == null && (!tags.isEmpty() || category != null)) {
            throw new LauncherException("--tag and --category narrow a question: name a part with --object or --box");
        }
        return asked == null ? null : new FlashlightRequest(asked, tags, category, options.limit());
    }

    private FlashlightRequest.@Nullable Part asked() {
        if (part != null && part.object != null) {
            return query == null ? new OfObject(part.object) : new OfQueryObject(query, part.object);
        }
        if (part != null && part.box != null) {
            return ofBox(box(part.box));
        }
        if (image == null || query != null) {
            throw new LauncherException("expected IMAGE, --object ID, or --box X,Y,W,H with IMAGE or --query-id ID");
        }
        return null;
    }

    private FlashlightRequest.Part ofBox(NormalizedBox box) {
        if (query != null && image == null) {
            return new OfQuery(query, box);
        }
        if (image != null && query == null) {
            return new OfImage(ImageIds.of(image), box);
        }
        throw new LauncherException("--box needs what it lies in: either IMAGE or --query-id ID");
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
