package dev.sightline.local;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.ask.ImageIds;
import dev.sightline.local.demo.Browser;
import dev.sightline.local.learn.LearnDemo;
import dev.sightline.local.learn.LearnSettings;
import dev.sightline.local.learn.LearnVerdict;
import dev.sightline.local.site.Site;
import dev.sightline.local.system.AwsClients;
import dev.sightline.local.system.LabProcess;
import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.system.StartedSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.upload.IndexingProgress;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.local.upload.LocalPipeline;
import dev.sightline.local.upload.Pacer;
import dev.sightline.local.upload.Settlement;
import dev.sightline.local.upload.Uploader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

@Command(
        name = "learn-demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows Related Pins learn, from nothing, with users that do not exist.",
            "Starts what is missing, indexes a labelled corpus, lets simulated users make boards and act (round 1), counts, trains",
            "a ranker, puts it in force beside one trained on shuffled features, and lets them act again (round 2).",
            "Exit code 1 if the learned ranker does not lie above round 1 outside the interval, or the shuffled one does.",
            "The lift is one of the simulation; it says nothing about real users."
        })
final class LearnDemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "your own images, one folder for each topic (default: Debian's tuxpaint stamps)")
    private @Nullable Path images;

    @Option(names = "--users", defaultValue = "1200", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})")
    private int users;

    @Option(
            names = "--requests",
            defaultValue = "1",
            paramLabel = "N",
            description = "of each user in a round (default: ${DEFAULT-VALUE})")
    private int requests;

    @Option(
            names = "--limit",
            defaultValue = "8",
            paramLabel = "N",
            description = "results of an answer (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--boards", defaultValue = "60", paramLabel = "N", description = "(default: ${DEFAULT-VALUE})")
    private int boards;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "decides about users and boards (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--keep", description = "leave the system running")
    private boolean keep;

    @Option(names = "--no-open", description = "do not open the report")
    private boolean noOpen;

    @Mixin
    private PortOptions ports;

    @Mixin
    private ModelOptions models;

    LearnDemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        LocalSystem local = new LocalSystem(places, console);
        try (StartedSystem started = new StartedSystem(local)) {
            if (keep) {
                started.keep();
            }
            Path corpus = images == null ? new Preparation(places, console).corpus() : images;
            RunningSystem system = local.up(ports.ports(), models.choice());
            Path folder = places.state().resolve("learn-demo");
            LearnVerdict verdict = run(corpus, folder, places, system);
            verdict.lines().forEach(console::print);
            console.print("All users were simulated: this is no lift of real users.");
            show(folder.resolve("report").resolve("index.html"));
            return verdict.holds() ? 0 : 1;
        }
    }

    private LearnVerdict run(Path corpus, Path folder, Places places, RunningSystem system) {
        Clock clock = Clock.systemUTC();
        String image = index(corpus, places, system);
        // A run is named by its time, so that it never meets what an earlier one left.
        String run = "learn-" + Long.toString(Instant.now(clock).getEpochSecond(), Character.MAX_RADIX);
        try (Site site = Site.local(system);
                ApiClient api = new ApiClient(system.api(), LocalKey.require(places.state()))) {
            LearnSettings settings = new LearnSettings(users, requests, limit, boards, seed);
            return LearnDemo.of(console, site, new LabProcess(places), folder, settings)
                    .run(run, corpus, api, image);
        }
    }

    /** Uploads the corpus, which changes nothing if it is there; returns the id of an indexed image. */
    private String index(Path corpus, Places places, RunningSystem system) {
        Clock clock = Clock.systemUTC();
        try (S3Client s3 = AwsClients.s3(system.awsEndpoint());
                LocalPipeline pipeline = new LocalPipeline(places, system)) {
            var files = LabelledFile.byKey(LabelledFile.in(List.of(corpus)), "corpus");
            Settlement settlement = new IndexingProgress(pipeline, console, Pacer.system(clock))
                    .await(new Uploader(s3, system, clock).start(files));
            console.done(
                    "%d of %d files indexed".formatted(settlement.indexedKeys().size(), files.size()),
                    settlement.took());
            return ImageIds.of(settlement.indexedKeys().getFirst());
        }
    }

    private void show(Path report) {
        console.print("Report: " + report);
        if (!noOpen) {
            Browser.show(report, console);
        }
    }
}
