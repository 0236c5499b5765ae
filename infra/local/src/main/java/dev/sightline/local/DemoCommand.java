package dev.sightline.local;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.demo.Browser;
import dev.sightline.local.demo.Demo;
import dev.sightline.local.demo.Thumbnails;
import dev.sightline.local.system.AwsClients;
import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.system.StartedSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.upload.IndexingProgress;
import dev.sightline.local.upload.LocalPipeline;
import dev.sightline.local.upload.Pacer;
import dev.sightline.local.upload.Uploader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole system at work, from nothing.",
            "Prepares and starts what is missing, uploads a labelled corpus, composed scenes and two files that are no"
                    + " images,",
            "waits until all is indexed, asks one query of each kind, and writes a contact sheet:"
                    + " .sightline/demo/index.html.",
            "Stops what it started, also on Ctrl-C. A system that was up already stays up."
        })
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "your own images, one folder for each label (default: Debian's tuxpaint stamps)")
    private @Nullable Path images;

    @Option(names = "--keep", description = "leave the system running")
    private boolean keep;

    @Option(names = "--no-open", description = "do not open the contact sheet")
    private boolean noOpen;

    @Mixin
    private PortOptions ports;

    @Mixin
    private ModelOptions models;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant start = Instant.now();
        Places places = Places.fromEnvironment(System.getenv());
        LocalSystem local = new LocalSystem(places, console);
        try (StartedSystem started = new StartedSystem(local)) {
            if (keep) {
                started.keep();
            }
            Path corpus = images == null ? new Preparation(places, console).corpus() : images;
            Path sheet = run(corpus, places, local.up(ports.ports(), models.choice()));
            console.done("demonstration finished", Duration.between(start, Instant.now()));
            show(sheet);
            console.note(
                    started.remains()
                            ? "Sightline stays up, with its page on %s. Stop it: ./sightline down"
                                    .formatted(local.requireRunning().page())
                            : "Stopping Sightline. With --keep it stays up, with a page to look at.");
        }
        return 0;
    }

    private Path run(Path corpus, Places places, RunningSystem system) {
        Clock clock = Clock.systemUTC();
        try (S3Client s3 = AwsClients.s3(system.awsEndpoint());
                LocalPipeline pipeline = new LocalPipeline(places, system);
                ApiClient api = new ApiClient(system.api(), LocalKey.require(places.state()))) {
            Demo demo = new Demo(
                    console,
                    places.state().resolve("demo"),
                    new Uploader(s3, system, clock),
                    new IndexingProgress(pipeline, console, Pacer.system(clock)),
                    Thumbnails.of(s3, system));
            return demo.run(corpus, api);
        }
    }

    private void show(Path sheet) {
        console.print("");
        console.print("Contact sheet: " + sheet);
        if (!noOpen) {
            Browser.show(sheet, console);
        }
    }
}
