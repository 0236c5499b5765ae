package dev.sightline.lab.command;

import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures features, detection and search on labelled images.")
final class EvaluateCommand implements Callable<Integer> {

    private final LabConsole console;

    @Mixin
    private LabOptions options;

    EvaluateCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LabelledFolder folder = LabelledFolder.read(options.corpus());
        long labels =
                folder.images().stream().map(LabelledImage::label).distinct().count();
        console.note("%d files with %d labels in %s".formatted(folder.images().size(), labels, folder.root()));
        return 0;
    }
}
