package dev.sightline.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.local.operate.PipelineJson;
import dev.sightline.local.operate.PipelineText;
import dev.sightline.local.operate.QueuedStage;
import dev.sightline.local.operate.Redrive;
import dev.sightline.local.operate.RedriveMode;
import dev.sightline.local.operate.RedriveReport;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Moves dead letters back to the queue that they came from, after what killed them is mended.",
            "Doing a message twice is harmless, and one that a newer version of its key has overtaken is dropped.",
            "Exit code 1 if a queue refused a letter."
        })
final class RedriveCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SiteOptions siteOptions;

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description = "only letters with this reason, as ./sightline status shows them")
    private @Nullable String reason;

    @Option(
            names = "--queue",
            paramLabel = "QUEUE",
            converter = StageConverter.ByQueue.class,
            description = "only this one of " + QueuedStage.QUEUES + " (default: all)")
    private @Nullable QueuedStage stage;

    @Option(names = "--dry-run", description = "move nothing, only count")
    private boolean dryRun;

    @Option(
            names = "--discard-useless",
            description = {
                "delete for good the letters that no stage can do anything with: those that are no message of their queue,",
                "and results for keys of which nothing is known any more"
            })
    private boolean discardUseless;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    RedriveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<RedriveReport> reports = new ArrayList<>();
        try (Site site = siteOptions.open(console)) {
            Redrive redrive =
                    new Redrive(site, mode(), found -> reason == null || reason.equals(found), Clock.systemUTC());
            stages().forEach(each -> reports.add(redrive.redrive(each, this::showProgress)));
        }
        if (json) {
            ArrayNode answer = JsonNodeFactory.instance.arrayNode();
            reports.forEach(report -> answer.add(PipelineJson.of(report)));
            console.print(answer.toPrettyString());
        } else {
            reports.forEach(report -> lines(report).forEach(console::print));
        }
        return reports.stream().allMatch(report -> report.refused() == 0) ? 0 : 1;
    }

    private RedriveMode mode() {
        if (dryRun) {
            return RedriveMode.DRY_RUN;
        }
        return discardUseless ? RedriveMode.MOVE_AND_DISCARD_USELESS : RedriveMode.MOVE;
    }

    private List<QueuedStage> stages() {
        return stage == null ? QueuedStage.all() : List.of(stage);
    }

    private void showProgress(RedriveReport report) {
        console.progress("  … %s: %d moved, %d passed by"
                .formatted(report.stage().queue(), report.movedTotal(), report.passedByTotal()));
    }

    private List<String> lines(RedriveReport report) {
        List<String> lines = new ArrayList<>();
        String queue = "%-10s ".formatted(report.stage().queue());
        if (report.movedTotal() == 0) {
            lines.add(queue + "nothing to move");
        } else {
            lines.add(queue
                    + "%d %s: %s"
                            .formatted(
                                    report.movedTotal(),
                                    dryRun ? "would be moved" : "moved",
                                    PipelineText.counts(report.moved())));
        }
        if (report.passedByTotal() > 0) {
            lines.add(queue
                    + "%d left, of another reason: %s"
                            .formatted(report.passedByTotal(), PipelineText.counts(report.passedBy())));
        }
        report.useless().forEach(letter -> lines.add(queue + "useless: " + letter));
        if (!report.useless().isEmpty()) {
            lines.add(queue
                    + "%d useless, %s"
                            .formatted(
                                    report.useless().size(),
                                    report.discarded() > 0
                                            ? report.discarded() + " of them deleted"
                                            : "left where they are; delete them with --discard-useless"));
        }
        if (report.refused() > 0) {
            lines.add(queue + report.refused() + " refused by the queue, and left; try again");
        }
        return lines;
    }
}
