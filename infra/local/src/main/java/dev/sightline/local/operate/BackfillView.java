package dev.sightline.local.operate;

import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.upload.Pacer;
import java.time.Duration;
import java.time.Instant;

/** What people see of a back-fill, and the place it keeps between runs. */
public final class BackfillView implements Backfill.Watcher {

    private final Console console;
    private final Pacer pacer;
    private final BackfillPlan plan;
    private final BackfillFile file;
    private final Instant start;
    private BackfillProgress from = BackfillProgress.NONE;

    public BackfillView(Console console, Pacer pacer, BackfillPlan plan, BackfillFile file) {
        this.console = console;
        this.pacer = pacer;
        this.plan = plan;
        this.file = file;
        this.start = pacer.now();
    }

    /** Where this run begins: at the place of the last one, unless that reached the end, this only counts, or shall begin anew. */
    public BackfillProgress begin(boolean restart) {
        BackfillProgress last = restart ? BackfillProgress.NONE : file.read().orElse(BackfillProgress.NONE);
        boolean goesOn = !last.afterKey().isEmpty() && !last.finished() && plan.mode() == BackfillPlan.Mode.SEND;
        from = goesOn ? last : last.restarted();
        if (goesOn) {
            console.note("Going on after '%s', where the last run ended (--restart begins at the first key)."
                    .formatted(last.afterKey()));
        }
        return from;
    }

    @Override
    public void reached(BackfillProgress progress) {
        if (plan.mode() == BackfillPlan.Mode.SEND) {
            file.write(progress);
        } else if (progress.finished()) {
            rememberTotal(progress);
        }
    }

    /** A run that only counts leaves the place of a real one where it is. */
    private void rememberTotal(BackfillProgress counted) {
        BackfillProgress last = file.read().orElse(BackfillProgress.NONE);
        file.write(new BackfillProgress(
                last.afterKey(), last.listed(), last.known(), last.sent(), counted.total(), last.finished()));
    }

    @Override
    public void show(BackfillProgress progress, String activity) {
        String what = activity.isEmpty() ? "" : ", " + activity;
        console.progress("  " + describe(progress) + left(progress) + what);
    }

    /** The result. */
    public void end(BackfillProgress progress) {
        String outcome = progress.finished()
                ? "Reached the last key"
                : "Stopped after '%s'; the next run goes on from there".formatted(progress.afterKey());
        console.print("%s: %s in %s.".formatted(outcome, describe(progress), Console.seconds(elapsed())));
    }

    private String describe(BackfillProgress progress) {
        String total = progress.total() > 0 && !progress.finished() ? " of about " + progress.total() : "";
        String verb = plan.mode() == BackfillPlan.Mode.SEND ? "sent" : "to be sent";
        return "%d%s listed, %d already known, %d %s (%s/s)"
                .formatted(
                        progress.listed(),
                        total,
                        progress.known(),
                        progress.sent(),
                        verb,
                        Decimals.of(perSecond(progress.sent() - from.sent()), 1));
    }

    private String left(BackfillProgress progress) {
        double listedPerSecond = perSecond(progress.listed() - from.listed());
        if (progress.total() <= progress.listed() || listedPerSecond == 0) {
            return "";
        }
        Duration left = Duration.ofSeconds(Math.round((progress.total() - progress.listed()) / listedPerSecond));
        return ", about %s left".formatted(Console.seconds(left));
    }

    private double perSecond(long count) {
        return count * 1000.0 / Math.max(1, elapsed().toMillis());
    }

    private Duration elapsed() {
        return Duration.between(start, pacer.now());
    }
}
