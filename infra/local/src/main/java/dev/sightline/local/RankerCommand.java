package dev.sightline.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingModel;
import dev.sightline.storage.RankerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ranker",
        mixinStandardHelpOptions = true,
        description = {
            "The rankers that can order Related Pins. A policy names one for each variant; see docs/policy.md.",
            "A version is kept for ever: another content needs another name."
        })
final class RankerCommand implements Runnable {

    private final Console console;

    @Spec
    private CommandSpec spec;

    RankerCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with rankers.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Names all versions that are kept.")
    int list(@Mixin SiteOptions options, @Option(names = "--json", description = "print JSON") boolean json) {
        List<String> versions = with(options, RankerStore::versions);
        if (json) {
            ArrayNode names = JsonNodeFactory.instance.arrayNode();
            versions.forEach(names::add);
            console.print(names.toPrettyString());
        } else {
            versions.forEach(console::print);
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a ranker as JSON.")
    int show(
            @Mixin SiteOptions options,
            @Parameters(paramLabel = "VERSION", description = "as 'list' names it") String version) {
        Optional<String> document = with(options, store -> store.kept(version));
        console.print(document.orElseThrow(() -> new LauncherException(
                        "no ranker '%s' is kept; ./sightline ranker list names all".formatted(version)))
                .stripTrailing());
        return 0;
    }

    @Command(
            name = "keep",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a ranker's document and keeps it under its version, from which on a policy can name it.",
                "Keeping the same document again changes nothing."
            })
    int keep(@Mixin SiteOptions options, @Parameters(paramLabel = "FILE", description = "a ranker's JSON") Path file) {
        RankingModel model = RankerDocument.read(text(file));
        String document = RankerDocument.write(model);
        boolean isNew = with(options, store -> keep(store, model.version(), document));
        console.print(
                isNew ? "%s is kept".formatted(model.version()) : "%s is kept already".formatted(model.version()));
        return 0;
    }

    private static boolean keep(RankerStore store, String version, String document) {
        if (store.keep(version, document)) {
            return true;
        }
        if (!store.kept(version).equals(Optional.of(document))) {
            throw new LauncherException(
                    "expected a new version or the same content, but another ranker is kept as '%s'; give it another version"
                            .formatted(version));
        }
        return false;
    }

    private <T> T with(SiteOptions options, Function<RankerStore, T> work) {
        try (Site site = options.open(console)) {
            return work.apply(site.rankers());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }
}
