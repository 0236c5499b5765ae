package dev.sightline.lab.command;

import dev.sightline.lab.scale.Figure;
import dev.sightline.lab.scale.Price;
import dev.sightline.lab.scale.QuantityTable;
import dev.sightline.lab.scale.Workload;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is to be sized, and by which figures. */
final class SizeOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--images",
            paramLabel = "N",
            split = ",",
            required = true,
            description = "images in the index; several, with commas between them, are shown side by side")
    private List<Long> images = List.of();

    @Option(
            names = "--objects",
            paramLabel = "M",
            split = ",",
            description = "detected objects of all these images together, one number for each of --images "
                    + "(default: as many an image as the figures say)")
    private List<Long> objects = List.of();

    @Option(
            names = "--qps",
            paramLabel = "Q",
            split = ",",
            defaultValue = "10",
            description = "queries a second at the busiest time, one number for each of --images or one for all "
                    + "(default: ${DEFAULT-VALUE})")
    private List<Double> queries = List.of();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "your prices: a copy of prices.json, edited (default: that file, which holds examples)")
    private @Nullable Path prices;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "your figures: a copy of figures.json, edited (default: that file)")
    private @Nullable Path figures;

    @Option(
            names = "--max-workers",
            paramLabel = "N",
            description = "most workers at once, in place of the figures' max-workers")
    private @Nullable Integer maxWorkers;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "batches of a function at once, in place of the figures' max-concurrency")
    private @Nullable Integer concurrency;

    QuantityTable<Price> prices() {
        return prices == null ? QuantityTable.prices() : QuantityTable.read(prices, Price.class);
    }

    QuantityTable<Figure> figures() {
        QuantityTable<Figure> table =
                figures == null ? QuantityTable.figures() : QuantityTable.read(figures, Figure.class);
        if (maxWorkers != null) {
            table = table.with(Figure.MAX_WORKERS, atLeastOne("--max-workers", maxWorkers));
        }
        if (concurrency != null) {
            table = table.with(Figure.MAX_CONCURRENCY, atLeastOne("--concurrency", concurrency));
        }
        return table;
    }

    List<Workload> workloads(QuantityTable<Figure> table) {
        require(new HashSet<>(images).size() == images.size(), "--images: expected different numbers, got " + images);
        requireOneEach("--objects", objects.size(), objects.isEmpty());
        requireOneEach("--qps", queries.size(), queries.size() == 1);
        return IntStream.range(0, images.size())
                .mapToObj(i -> workload(i, table))
                .toList();
    }

    /** Queries a second of the first workload. */
    double firstQueries() {
        return queries.getFirst();
    }

    private Workload workload(int i, QuantityTable<Figure> table) {
        double perSecond = queries.size() == 1 ? queries.getFirst() : queries.get(i);
        try {
            Workload workload = objects.isEmpty()
                    ? Workload.usual(images.get(i), perSecond, table)
                    : new Workload(images.get(i), objects.get(i), perSecond);
            double most = table.of(Figure.MAX_OBJECTS_PER_IMAGE);
            require(
                    workload.objectsPerImage() <= most,
                    "--objects: expected at most %.0f an image, got %d of %d images"
                            .formatted(most, workload.objects(), workload.images()));
            return workload;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void requireOneEach(String option, int given, boolean otherwiseRight) {
        require(
                otherwiseRight || given == images.size(),
                "%s: expected %d numbers as for --images, got %d".formatted(option, images.size(), given));
    }

    private int atLeastOne(String option, int value) {
        require(value >= 1, "%s: expected at least 1, got %d".formatted(option, value));
        return value;
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw wrong(message);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
