package dev.sightline.local.pins;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.Decimals;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What people see of an import, the report of refused lines, and the place that it keeps between runs: that of this content of the file and of
 * this catalogue only. Not thread-safe.
 */
public final class ImportView implements PinImport.Watcher {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int NAME_DIGITS = 16;

    private final Console console;
    private final Clock clock;
    private final Path place;
    private final Path report;
    private final Instant start;
    private ImportProgress from = ImportProgress.NONE;
    private long total;

    /**
     * @param place the file of {@link #place(Path, String, PinFile)}
     * @param report the file of refused lines
     */
    public ImportView(Console console, Clock clock, Path place, Path report) {
        this.console = console;
        this.clock = clock;
        this.place = place;
        this.report = report;
        this.start = clock.instant();
    }

    /** The file in which an import of this content into this bucket keeps its place. */
    public static Path place(Path state, String bucket, PinFile file) {
        try {
            String content = "%s %s %d %s"
                    .formatted(
                            bucket,
                            file.path().toAbsolutePath().normalize(),
                            Files.size(file.path()),
                            Files.getLastModifiedTime(file.path()));
            String name =
                    ImageSignature.of(content.getBytes(StandardCharsets.UTF_8)).hex();
            return state.resolve("import-pins").resolve(name.substring(0, NAME_DIGITS) + ".json");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Where this run begins: at the place of one before that did not come to the end, unless it shall begin anew. */
    public ImportProgress begin(PinFile file, boolean restart) {
        total = file.count();
        try {
            ImportProgress last =
                    Files.exists(place) ? MAPPER.readValue(place.toFile(), ImportProgress.class) : ImportProgress.NONE;
            boolean goesOn = !restart && last.lines() > 0 && last.lines() < total;
            from = goesOn ? last : ImportProgress.NONE;
            if (goesOn) {
                console.note("Going on after %d pins, where the last run ended (--restart begins at the first)."
                        .formatted(last.lines()));
            } else {
                Files.deleteIfExists(report);
            }
            return from;
        } catch (IOException e) {
            throw new LauncherException("cannot read %s; --restart begins anew".formatted(place), e);
        }
    }

    @Override
    public void refused(List<RefusedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.write(
                    report,
                    lines.stream()
                            .map(line -> "line %d: %s".formatted(line.number(), line.reason()))
                            .toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + report, e);
        }
    }

    @Override
    public void reached(ImportProgress progress) {
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            Path next = place.resolveSibling(place.getFileName() + ".next");
            MAPPER.writeValue(next.toFile(), progress);
            Files.move(next, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + place, e);
        }
        console.progress("  " + describe(progress));
    }

    /** The result. */
    public void end(ImportProgress progress) {
        boolean finished = finished(progress);
        String outcome = finished ? "Imported" : "Stopped, the next run goes on";
        console.print("%s: %s in %s."
                .formatted(outcome, describe(progress), Console.seconds(Duration.between(start, clock.instant()))));
        if (progress.failed() > 0) {
            console.note("Why pins were refused: " + report);
        }
    }

    /** Whether all lines are done with. */
    public boolean finished(ImportProgress progress) {
        return progress.lines() >= total;
    }

    private String describe(ImportProgress progress) {
        long millis = Math.max(1, Duration.between(start, clock.instant()).toMillis());
        double rate = (progress.lines() - from.lines()) * 1000.0 / millis;
        return "%d of %d pins, %d new, %d known, %d refused (%s/s)"
                .formatted(
                        progress.lines(),
                        total,
                        progress.created(),
                        progress.existing(),
                        progress.failed(),
                        Decimals.of(rate, 1));
    }
}
