package dev.sightline.lab.command;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.calibration.CalibrationReport;
import dev.sightline.lab.calibration.FittedBinarizer;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.corpus.SignedImage;
import dev.sightline.lab.features.EmbedderBundle;
import dev.sightline.lab.features.FeatureCache;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.visual.BinarizerMethod;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits the thresholds that turn an embedder's features into bits to a sample of images, and shows how balanced the bits are.",
            "Without --out and --install nothing is written."
        })
final class CalibrateCommand implements Callable<Integer> {

    private static final int COLUMNS = 120;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Spec
    private CommandSpec command;

    @Mixin
    private LabOptions options;

    @Option(
            names = "--embedder",
            defaultValue = "efficientnet-lite0",
            paramLabel = "NAME",
            description = "<bundle> or <bundle>@<layer> (default: ${DEFAULT-VALUE})")
    private String embedder;

    @Option(
            names = "--method",
            defaultValue = "median",
            paramLabel = "METHOD",
            description = "zero, mean, median or rotation (default: ${DEFAULT-VALUE})")
    private String method;

    @Option(
            names = "--bits",
            paramLabel = "N",
            description = "length of the code, with --method rotation (default: one bit per feature)")
    private @Nullable Integer bits;

    @Option(
            names = "--sample",
            defaultValue = "2000",
            paramLabel = "N",
            description = "images to look at, chosen by the seed (default: ${DEFAULT-VALUE})")
    private int sample;

    @Option(names = "--out", paramLabel = "FILE", description = "where to write the binarizer")
    private @Nullable Path out;

    @Option(
            names = "--install",
            description = "put the binarizer into the embedder's bundle: for images indexed from now on")
    private boolean install;

    CalibrateCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        BinarizerMethod chosen = chosenMethod();
        SignedFolder corpus = SignedFolder.of(LabelledFolder.read(options.corpus()));
        Path folder = options.models().resolve(embedder.split("@", 2)[0]);
        EmbedderBundle bundle = EmbedderBundle.read(folder);
        FittedBinarizer fitted = fitted(chosen, table(bundle, sampled(corpus)));
        CalibrationReport calibration =
                fitted.report(corpus.root().getFileName().toString());
        var report = new Report("Calibration", provenance(corpus, fitted, began), List.of(calibration.toSection()));
        new ReportPrinter(console, COLUMNS).print(report, options.json());
        write(fitted.file(), folder);
        return 0;
    }

    private List<SignedImage> sampled(SignedFolder corpus) {
        List<SignedImage> images = new ArrayList<>(corpus.images());
        Collections.shuffle(images, new Random(options.seed()));
        return images.subList(0, Math.min(images.size(), Math.max(0, sample)));
    }

    private FeatureTable table(EmbedderBundle bundle, List<SignedImage> images) {
        int at = embedder.indexOf('@');
        String layer = at < 0 ? bundle.outputs().embedding() : embedder.substring(at + 1);
        return new FeatureCache(options.cache().resolve("features"), clock, console::progress)
                .read(bundle, images)
                .layer(layer)
                .orElseThrow(
                        () -> refused("expected one of the layers %s, got '%s'".formatted(bundle.layers(), layer)));
    }

    private BinarizerMethod chosenMethod() {
        try {
            BinarizerMethod chosen = BinarizerMethod.of(method);
            if (bits != null && chosen != BinarizerMethod.ROTATION) {
                throw new ParameterException(command.commandLine(), "--bits needs --method rotation");
            }
            return chosen;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--method: " + e.getMessage(), e);
        }
    }

    private FittedBinarizer fitted(BinarizerMethod chosen, FeatureTable table) {
        try {
            int length = bits == null ? table.dimensions() : bits;
            return FittedBinarizer.of(new Calibration(chosen, table.dimensions(), length, options.seed()), table);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static SightlineException refused(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }

    private Provenance provenance(SignedFolder corpus, FittedBinarizer fitted, Instant began) {
        BinarizerFile file = fitted.file();
        var embedderRef = fitted.table().embedder();
        var binarizerRef = file.toBinarizer().ref();
        return new Provenance(
                List.of(new Provenance.DataSet(
                        corpus.root().getFileName().toString(),
                        "%d pictures, %d of them looked at"
                                .formatted(
                                        corpus.images().size(),
                                        fitted.table().images().size()),
                        corpus.sha256())),
                List.of(
                        new Provenance.Model("embedder", embedderRef.id(), embedderRef.version(), embedderRef.sha256()),
                        new Provenance.Model(
                                "binarizer", binarizerRef.id(), binarizerRef.version(), binarizerRef.sha256())),
                options.seed(),
                Machine.here(),
                new Provenance.Times(began, Duration.between(began, clock.instant())));
    }

    private void write(BinarizerFile file, Path folder) {
        List<Path> targets = new ArrayList<>();
        if (out != null) {
            targets.add(out);
        }
        if (install) {
            targets.add(folder.resolve(BinarizerFile.FILE));
        }
        for (Path target : targets) {
            try {
                file.write(target);
                console.note("written: " + target);
            } catch (IOException e) {
                throw new UncheckedIOException("expected to write %s: %s".formatted(target, e.getMessage()), e);
            }
        }
    }
}
