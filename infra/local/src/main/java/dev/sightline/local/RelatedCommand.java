package dev.sightline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.terminal.Console;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "related",
        mixinStandardHelpOptions = true,
        description = "Images that look like one of the stored images.")
final class RelatedCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "IMAGE", description = "the image's signature, source id or S3 key")
    private String image;

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "who asks; decides about the variant of an experiment (default: nobody, the first variant)")
    private @Nullable String user;

    @Mixin
    private AnswerOptions options;

    RelatedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ApiClient api = RunningApi.open(console)) {
            options.print(related(api), console);
        }
        return 0;
    }

    private JsonNode related(ApiClient api) {
        String id = ImageIds.of(image);
        return user == null ? api.related(id, options.limit()) : api.related(id, options.limit(), user);
    }
}
