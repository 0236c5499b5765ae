package dev.sightline.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.events.SourceId;
import dev.sightline.index.Source;
import dev.sightline.index.SourceState;
import dev.sightline.local.system.AwsClients;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Readiness;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.upload.IndexingProgress;
import dev.sightline.local.upload.LabelledFile;
import dev.sightline.local.upload.LocalPipeline;
import dev.sightline.local.upload.Pacer;
import dev.sightline.local.upload.ProgressBoard;
import dev.sightline.local.upload.RunningUpload;
import dev.sightline.local.upload.Settlement;
import dev.sightline.local.upload.UploadOutcome;
import dev.sightline.local.upload.UploadOutcome.NotUploaded;
import dev.sightline.local.upload.UploadOutcome.Uploaded;
import dev.sightline.local.upload.Uploader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.s3.S3Client;

@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description = {
            "Uploads files, and all files below folders; they index themselves.",
            "A file's label is the name of its folder, its S3 key PREFIX/LABEL/NAME.",
            "Exit code 1 if a file could not be uploaded, or, with --wait, if its analysis failed."
        })
final class UploadCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and folders")
    private List<Path> paths = List.of();

    @Option(
            names = "--prefix",
            defaultValue = "corpus",
            paramLabel = "PREFIX",
            description = "first part of the S3 keys (default: ${DEFAULT-VALUE})")
    private String prefix = "";

    @Option(names = "--wait", description = "wait until each file is indexed, or rejected with a reason")
    private boolean wait;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    UploadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Places places = Places.fromEnvironment(System.getenv());
        RunningSystem system = new LocalSystem(places, console).requireRunning();
        Map<String, LabelledFile> files = LabelledFile.byKey(LabelledFile.in(paths), prefix);
        try (S3Client s3 = AwsClients.s3(system.awsEndpoint())) {
            RunningUpload upload = new Uploader(s3, system, Clock.systemUTC()).start(files);
            return wait ? awaitIndexing(upload, places, system) : awaitUpload(upload);
        }
    }

    private int awaitIndexing(RunningUpload upload, Places places, RunningSystem system) {
        try (LocalPipeline pipeline = new LocalPipeline(places, system)) {
            Pacer pacer = Pacer.system(Clock.systemUTC());
            Settlement settlement = new IndexingProgress(pipeline, console, pacer).await(upload);
            if (json) {
                console.print(toJson(settlement).toPrettyString());
            } else {
                settlement.complaints().forEach(console::print);
            }
            boolean good = settlement.notUploaded().isEmpty()
                    && settlement.in(SourceState.FAILED).isEmpty();
            return good ? 0 : 1;
        }
    }

    private int awaitUpload(RunningUpload upload) {
        List<UploadOutcome> outcomes = new ArrayList<>(upload.collect());
        while (!upload.collected()) {
            console.progress("  uploaded %s %d/%d"
                    .formatted(ProgressBoard.blocks(outcomes.size(), upload.total()), outcomes.size(), upload.total()));
            Readiness.sleep(POLL);
            outcomes.addAll(upload.collect());
        }
        return report(outcomes);
    }

    private int report(List<UploadOutcome> outcomes) {
        List<NotUploaded> problems = only(outcomes, NotUploaded.class);
        List<Uploaded> uploaded = only(outcomes, Uploaded.class);
        if (json) {
            ObjectNode answer = new ObjectMapper().createObjectNode();
            uploaded.forEach(file -> answer.withArray("uploaded").add(entry(file.key())));
            addProblems(answer, problems);
            console.print(answer.toPrettyString());
        } else {
            problems.forEach(file -> console.print("not uploaded: %s: %s".formatted(file.file(), file.problem())));
            console.note("Uploaded %d of %d files.".formatted(uploaded.size(), outcomes.size()));
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private static ObjectNode toJson(Settlement settlement) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        for (Source source : settlement.sources()) {
            ObjectNode entry = entry(source.version().key());
            source.liveSignature().ifPresent(signature -> entry.put("signature", signature.hex()));
            Optional.ofNullable(source.reason()).ifPresent(reason -> entry.put("reason", reason.slug()));
            if (!source.detail().isEmpty()) {
                entry.put("detail", source.detail());
            }
            answer.withArray(source.state().slug()).add(entry);
        }
        addProblems(answer, settlement.notUploaded());
        return answer.put("tookMs", settlement.took().toMillis());
    }

    private static void addProblems(ObjectNode answer, List<NotUploaded> problems) {
        problems.forEach(file -> answer.withArray("notUploaded")
                .add(entry(file.key()).put("file", file.file().toString()).put("problem", file.problem())));
    }

    private static ObjectNode entry(String key) {
        return new ObjectMapper()
                .createObjectNode()
                .put("key", key)
                .put("id", SourceId.ofKey(key).value());
    }

    private static <T extends UploadOutcome> List<T> only(List<UploadOutcome> outcomes, Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
