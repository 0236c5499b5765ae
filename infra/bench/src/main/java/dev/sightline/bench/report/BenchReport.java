package dev.sightline.bench.report;

import dev.sightline.bench.figures.BenchFolder;
import dev.sightline.bench.figures.Curve;
import dev.sightline.bench.figures.Figure;
import dev.sightline.bench.figures.Ratio;
import dev.sightline.bench.figures.RunFacts;
import dev.sightline.bench.figures.Spread;
import dev.sightline.bench.figures.StepData;
import dev.sightline.lab.report.MarkdownReport;
import dev.sightline.lab.report.Plot;
import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.SvgCurves;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code report.md} and its plots beside the data of a run. The same data gives the same bytes. */
public record BenchReport(BenchFolder folder) {

    private static final String FILE = "report.md";

    private static final List<String> COLUMNS =
            List.of("what", "unit", "median", "min", "max", "n", "compared with", "ratio", "noise", "aim");

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    /** Writes them; returns the document. */
    public Path write() {
        List<StepData> steps = folder.steps();
        for (StepData step : steps) {
            step.curves().forEach(curve -> write(plotFile(step, curve.id()), SvgCurves.of(lines(curve))));
            step.stacks().forEach(stack -> write(plotFile(step, stack.id()), SvgStacks.of(stack)));
        }
        write(FILE, text(folder.facts(), steps));
        return folder.path().resolve(FILE);
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.path());
            Files.writeString(folder.path().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + folder.path().resolve(name), e);
        }
    }

    static String text(RunFacts facts, List<StepData> steps) {
        return """
                # Benchmarks: the stored figures

                Made by `./sightline bench` from the data beside it, JSON; nothing here is written by hand. What the figures mean and what was done
                about them is told in [benchmarks.md](../benchmarks.md). Steps may be of several runs; of the one that wrote last:

                %s
                The ratio is median by median. Its noise is half the range of both figures, each as a share of its median, added, and at least 10 %%, 1 %% of what is counted and not timed:
                `./sightline bench --check` names what fell by more.
                %s""".formatted(facts(facts), steps.stream().map(BenchReport::text).collect(Collectors.joining()));
    }

    private static String facts(RunFacts facts) {
        Map<String, String> lines = new TreeMap<>(facts.versions());
        lines.put("Java", facts.machine().jdk());
        lines.put("Sightline", facts.sightline());
        lines.put(
                "machine",
                "%s, %d cores, %s GiB, %s, kernel %s"
                        .formatted(
                                facts.machine().processor(),
                                facts.machine().cores(),
                                number(facts.machine().memoryBytes() / GIBIBYTE),
                                facts.machine().system(),
                                facts.kernel()));
        lines.put("began", "%s, load before it %s".formatted(facts.began(), number(facts.load())));
        return lines.entrySet().stream()
                .map(line -> "- %s: %s%n".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining());
    }

    private static String text(StepData step) {
        Table table = new Table("figures", caption(step), COLUMNS, rows(step));
        Section section = Section.of(step.step(), step.title(), step.summary(), List.of(table), List.of());
        return new MarkdownReport().text(List.of(section))
                + "\n`%s`%s\n%s".formatted(step.command(), versions(step), plots(step));
    }

    private static String caption(StepData step) {
        return step.quick()
                ? "A quick run, which shows that it works: no figures to quote."
                : "Each value is one repetition.";
    }

    private static String versions(StepData step) {
        return new TreeMap<>(step.versions())
                .entrySet().stream()
                        .map(version -> ", %s %s".formatted(version.getKey(), version.getValue()))
                        .collect(Collectors.joining());
    }

    private static String plots(StepData step) {
        return step.curves().stream()
                        .map(curve -> link(step, curve.title(), curve.id()))
                        .collect(Collectors.joining())
                + step.stacks().stream()
                        .map(stack -> link(step, stack.title(), stack.id()))
                        .collect(Collectors.joining());
    }

    private static String link(StepData step, String title, String id) {
        return "\n![%s](%s)\n".formatted(title, plotFile(step, id));
    }

    private static String plotFile(StepData step, String id) {
        return "%s-%s.svg".formatted(step.step(), id);
    }

    private static List<List<Cell>> rows(StepData step) {
        return step.figures().stream().map(figure -> row(step, figure)).toList();
    }

    private static List<Cell> row(StepData step, Figure figure) {
        Spread spread = figure.spread();
        return List.of(
                new Cell.Text(figure.name()),
                new Cell.Text(figure.unit()),
                new Cell.Text(number(spread.median())),
                new Cell.Text(number(spread.min())),
                new Cell.Text(number(spread.max())),
                new Cell.Count(figure.values().size()),
                new Cell.Text(figure.comparedWith()
                        .flatMap(step::figure)
                        .map(Figure::name)
                        .orElse("")),
                new Cell.Text(
                        step.ratio(figure).map(ratio -> number(ratio.value())).orElse("")),
                new Cell.Text(step.ratio(figure).map(BenchReport::noise).orElse("")),
                new Cell.Text(
                        step.ratio(figure).map(ratio -> aim(figure, ratio)).orElse("")));
    }

    private static String noise(Ratio ratio) {
        return "%.0f %%".formatted(ratio.noise() * 100);
    }

    private static String aim(Figure figure, Ratio ratio) {
        Double aim = figure.aim();
        return aim == null ? "" : "%s %s".formatted(number(aim), ratio.reaches(aim) ? "met" : "missed");
    }

    /** Three significant digits: a fourth would be noise. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%,." + Math.max(0, 2 - magnitude) + "f", value);
    }

    private static Plot.Lines lines(Curve curve) {
        return new Plot.Lines(
                curve.id(),
                curve.title(),
                new Plot.Axis(curve.x(), false),
                new Plot.Axis(curve.y(), false),
                curve.lines().stream()
                        .map(line -> new Plot.Series(
                                line.name(),
                                line.points().stream()
                                        .map(point -> Plot.Point.of(point.getFirst(), point.getLast()))
                                        .toList()))
                        .toList());
    }
}
