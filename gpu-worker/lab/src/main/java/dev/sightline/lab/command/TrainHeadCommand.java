package dev.sightline.lab.command;

import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.EmbedderBundle;
import dev.sightline.lab.features.EmbedderFeatures;
import dev.sightline.lab.features.FeatureCache;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.lab.report.Machine;
import dev.sightline.lab.report.Provenance;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.training.HeadFolder;
import dev.sightline.lab.training.HeadSplit;
import dev.sightline.lab.training.LabelReport;
import dev.sightline.lab.training.LabelTraining;
import dev.sightline.lab.training.LinearHead;
import dev.sightline.lab.training.ProjectionReport;
import dev.sightline.lab.training.ProjectionTraining;
import dev.sightline.lab.training.TrainableImages;
import dev.sightline.lab.training.TrainedEpoch;
import dev.sightline.lab.training.TrainedLabels;
import dev.sightline.lab.training.TrainingSettings;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelRef;
import dev.sightline.visual.SightlineException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a layer on frozen features, and writes it to a folder, from which the launcher joins it to the embedder's bundle. */
@Command(
        name = "train-head",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a layer on frozen features, and reports how good it is on images that it has not seen.")
final class TrainHeadCommand implements Callable<Integer> {

    private static final int COLUMNS = 120;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Mixin
    private LabOptions options;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "LABELS",
            description = "labels or projection (default: labels)")
    private HeadKind kind = HeadKind.LABELS;

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

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder of the trained head")
    private Path out = Path.of("");

    TrainHeadCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        CorpusFeatures corpus = features();
        FeatureTable table = table(corpus.embedders().getFirst());
        checkDimensions(table);
        TrainableImages images = trainable(table, corpus);
        HeadSplit split = images.split(options.seed());
        Section section = switch (kind) {
            case LABELS -> labels(split);
            case PROJECTION -> projection(split, images);
        };
        var report = new Report("Trained head", provenance(corpus, table, began), List.of(section));
        new ReportPrinter(console, COLUMNS).print(report, options.json());
        return 0;
    }

    private CorpusFeatures features() {
        SignedFolder folder = SignedFolder.of(LabelledFolder.read(options.corpus()));
        EmbedderBundle bundle = EmbedderBundle.read(options.models().resolve(embedder));
        var cache = new FeatureCache(options.cache().resolve("features"), clock, console::progress);
        CorpusFeatures corpus = CorpusFeatures.of(folder, List.of(bundle), cache, options.seed());
        corpus.unreadable().forEach(file -> console.note("left out: %s: %s".formatted(file.name(), file.reason())));
        return corpus;
    }

    private FeatureTable table(EmbedderFeatures features) {
        if (layer == null) {
            return features.embedding();
        }
        return features.layer(layer)
                .orElseThrow(() -> new SightlineException(
                        ErrorCode.INVALID_MODEL_BUNDLE,
                        "expected one of the layers %s of %s, got '%s'"
                                .formatted(features.bundle().layers(), embedder, layer)));
    }

    /** Each dimension becomes a bit, and bits are kept in bytes. */
    private void checkDimensions(FeatureTable table) {
        if (kind == HeadKind.PROJECTION
                && (dimensions < Byte.SIZE || dimensions > table.dimensions() || dimensions % Byte.SIZE != 0)) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "--dims: expected a multiple of 8 up to %d, got %d".formatted(table.dimensions(), dimensions));
        }
    }

    private TrainableImages trainable(FeatureTable table, CorpusFeatures corpus) {
        if (minImages < TrainableImages.FEWEST) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "--min-images: expected at least %d, got %d".formatted(TrainableImages.FEWEST, minImages));
        }
        var images = new TrainableImages(table, corpus.clusters(), minImages);
        if (!images.leftOut().isEmpty()) {
            console.note("left out, fewer than %d different images: %s".formatted(minImages, images.leftOut()));
        }
        return images;
    }

    private Section labels(HeadSplit split) {
        TrainedLabels trained = new LabelTraining(TrainingSettings.labels(options.seed()), this::show).train(split);
        wrote(new HeadFolder(out).writeLabels(trained, id(), split.training().layer(), source()));
        return new LabelReport(dataSet(), split, trained, options.seed()).toSection();
    }

    private Section projection(HeadSplit split, TrainableImages images) {
        TrainingSettings settings = TrainingSettings.projection(options.seed());
        LinearHead head =
                new ProjectionTraining(dimensions, settings, this::show).train(split.training(), split.validation());
        wrote(new HeadFolder(out).writeProjection(head, id(), split.training().layer(), source()));
        return new ProjectionReport(dataSet(), split, images.clusterOf(), head, options.seed()).toSection();
    }

    private void show(TrainedEpoch epoch) {
        console.progress(String.format(
                Locale.ROOT,
                "  … epoch %d: loss %.3f, validation %.3f%s",
                epoch.number(),
                epoch.loss(),
                epoch.score(),
                epoch.best() ? ", the best so far" : ""));
    }

    private void wrote(ModelRef head) {
        console.note("trained head %s %s: %s".formatted(head.id(), head.version(), out));
    }

    private Provenance provenance(CorpusFeatures corpus, FeatureTable table, Instant began) {
        ModelRef ref = table.embedder();
        long labels = corpus.images().stream()
                .map(signed -> signed.image().label())
                .distinct()
                .count();
        String contents = "%d images, %d labels".formatted(corpus.images().size(), labels);
        return new Provenance(
                List.of(new Provenance.DataSet(
                        dataSet(), contents, corpus.folder().sha256())),
                List.of(new Provenance.Model("embedder", ref.id(), ref.version(), ref.sha256())),
                options.seed(),
                Machine.here(),
                new Provenance.Times(began, Duration.between(began, clock.instant())));
    }

    private String id() {
        String suffix = kind == HeadKind.LABELS ? "labels" : "projection-" + dimensions;
        String name =
                dataSet().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? suffix : name + "-" + suffix;
    }

    private String source() {
        return "trained on the images of %s, seed %d".formatted(dataSet(), options.seed());
    }

    private String dataSet() {
        return options.corpus().toAbsolutePath().normalize().getFileName().toString();
    }

    /** What the layer gives. */
    enum HeadKind {
        LABELS,
        PROJECTION
    }
}
