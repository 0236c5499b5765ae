package dev.sightline.lab.command;

import dev.sightline.lab.calibration.Calibration;
import dev.sightline.lab.corpus.CorpusSplit.Part;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.SignedFolder;
import dev.sightline.lab.features.CorpusFeatures;
import dev.sightline.lab.features.CorpusReport;
import dev.sightline.lab.features.EmbedderBundle;
import dev.sightline.lab.features.FeatureCache;
import dev.sightline.lab.report.Provenance.Times;
import dev.sightline.lab.report.Report;
import dev.sightline.lab.report.Section;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures features, detection and search on labelled images.",
            "Writes index.html, report.json and evaluation.md, and prints the tables.",
            "Features are computed once for each model and image: a second run takes seconds."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final List<ProtocolGroup> GROUPS =
            List.of(new RetrievalProtocols(), new SearchProtocolGroup(), new DetectionProtocols(), new HeadProtocols());

    private static final int COLUMNS = 160;

    private final LabConsole console;
    private final Clock clock = LabWiring.clock();

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabOptions options;

    @Mixin
    private EvaluationOptions measuring;

    @Option(
            names = "--embedder",
            paramLabel = "NAME",
            split = ",",
            description = "folders of embedders below --models; the first is the reference (default: all)")
    private List<String> embedders = List.of();

    @Option(
            names = "--protocol",
            paramLabel = "P",
            split = ",",
            description = {
                "which protocols to run (default: all that have what they need):",
                "p1 precision, p2 layers and distances, p3 binarizing, p4 recall of the index, p5 gain of the second stage,",
                "p6 detection, p7 dot gate, p8 object search, labels and projection: trained heads"
            })
    private List<String> protocols = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${env:SIGHTLINE_STATE:-.sightline}/evaluation",
            description = "where the report is written (default: .sightline/evaluation)")
    private Path out;

    EvaluateCommand(LabConsole console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant began = clock.instant();
        EvaluationSettings settings = measuring.settings(options);
        Set<String> wanted = wanted(settings);
        CorpusFeatures corpus = corpus();
        corpus.unreadable().forEach(file -> console.note("no image: %s: %s".formatted(file.name(), file.reason())));
        requireCalibration(corpus);
        List<Section> sections = new ArrayList<>(List.of(new CorpusReport(corpus, options.seed()).toSection()));
        var input = new EvaluationInput(corpus, settings, console);
        GROUPS.stream()
                .filter(group -> group.protocols().stream().anyMatch(wanted::contains))
                .forEach(group -> sections.addAll(measured(group, input, wanted)));
        boolean detection = !Collections.disjoint(wanted, new DetectionProtocols().protocols());
        var times = new Times(began, Duration.between(began, clock.instant()));
        publish(new Report(
                "Sightline evaluation", new EvaluationProvenance(corpus, settings, detection).at(times), sections));
        return 0;
    }

    /** What was asked for; else all protocols that have what they need. */
    private Set<String> wanted(EvaluationSettings settings) {
        Set<String> wanted = new LinkedHashSet<>();
        for (ProtocolGroup group : GROUPS) {
            List<String> asked = group.protocols().stream()
                    .filter(protocol -> protocols.isEmpty() || protocols.contains(protocol))
                    .toList();
            if (group.canRun(settings)) {
                wanted.addAll(asked);
            } else if (protocols.isEmpty()) {
                console.note("left out: %s, without %s".formatted(String.join(", ", asked), group.needs()));
            } else if (!asked.isEmpty()) {
                throw wrong("%s: expected %s".formatted(String.join(", ", asked), group.needs()));
            }
        }
        if (!wanted.containsAll(protocols)) {
            throw wrong("--protocol: expected some of %s, got %s"
                    .formatted(
                            GROUPS.stream()
                                    .flatMap(group -> group.protocols().stream())
                                    .toList(),
                            protocols));
        }
        return wanted;
    }

    private List<Section> measured(ProtocolGroup group, EvaluationInput input, Set<String> wanted) {
        List<String> now = group.protocols().stream().filter(wanted::contains).toList();
        console.note("measuring %s ...".formatted(String.join(", ", now)));
        return group.run(input, wanted);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private CorpusFeatures corpus() {
        List<EmbedderBundle> bundles = embedders.isEmpty()
                ? EmbedderBundle.allIn(options.models())
                : embedders.stream()
                        .map(name -> EmbedderBundle.read(options.models().resolve(name)))
                        .toList();
        SignedFolder folder = SignedFolder.of(LabelledFolder.read(options.corpus()));
        var cache = new FeatureCache(options.cache().resolve("features"), clock, console::progress);
        return CorpusFeatures.of(folder, bundles, cache, options.seed());
    }

    private static void requireCalibration(CorpusFeatures corpus) {
        int images = corpus.split().part(Part.CALIBRATION).size();
        if (images < Calibration.FEWEST) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected at least %d pictures for calibration, got %d of %d: the folder is too small"
                            .formatted(
                                    Calibration.FEWEST, images, corpus.images().size()));
        }
    }

    private void publish(Report report) {
        new ReportFolder(out).write(report);
        new ReportPrinter(console, COLUMNS).print(report, options.json());
        console.note("Report: " + out.resolve("index.html"));
    }
}
