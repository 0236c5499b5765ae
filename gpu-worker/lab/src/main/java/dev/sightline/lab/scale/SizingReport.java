package dev.sightline.lab.scale;

import dev.sightline.lab.report.Section;
import dev.sightline.lab.report.Table;
import dev.sightline.lab.report.Table.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sizes and costs of some workloads side by side, with all figures and prices that they are computed from.
 *
 * @param workloads of different numbers of images, at least one
 */
public record SizingReport(List<Workload> workloads, QuantityTable<Figure> figures, QuantityTable<Price> prices) {

    private static final double BYTES_PER_KB = 1000;

    public SizingReport {
        workloads = List.copyOf(workloads);
    }

    /** Index, pipeline, costs. */
    public List<Section> sections() {
        return List.of(index(), pipeline(), new CostReport(workloads, figures, prices).section());
    }

    /** Figures and prices, each with its source. */
    public Section inputs() {
        return Section.of(
                "inputs",
                "Figures and prices",
                "Figures of %s: %s Prices of %s, %s: %s"
                        .formatted(figures.date(), figures.note(), prices.date(), prices.region(), prices.note()),
                List.of(
                        inputs("figures", "Figures", figures, Figure.values()),
                        inputs("prices", "Prices", prices, Price.values())),
                List.of());
    }

    private Section index() {
        return Section.of(
                "index",
                "Index and domain",
                String.format(
                        Locale.ROOT,
                        "Codes of %.0f bits are searched through a graph with m = %.0f: 1.1 * (%.0f / 8 + 8 * %.0f) = %.1f bytes of memory a vector"
                                + " and copy. Dense vectors stay on disk; a graph of them would take 1.1 * (4 * %.0f + 8 * %.0f) = %.1f bytes. A"
                                + " document takes %.1f kB on disk, of which %.1f kB are a graph of dense vectors that no search reads, and %.1f kB"
                                + " are its JSON. An index has as many shards as the size of the deployment says (1, 8, 48), or its indexShards: one holds up to %s vectors well.",
                        figures.of(Figure.CODE_BITS),
                        figures.of(Figure.GRAPH_LINKS),
                        figures.of(Figure.CODE_BITS),
                        figures.of(Figure.GRAPH_LINKS),
                        HnswMemory.binaryBytes(figures.of(Figure.CODE_BITS), figures.of(Figure.GRAPH_LINKS)),
                        figures.of(Figure.DENSE_DIMENSIONS),
                        figures.of(Figure.GRAPH_LINKS),
                        HnswMemory.floatBytes(figures.of(Figure.DENSE_DIMENSIONS), figures.of(Figure.GRAPH_LINKS)),
                        kilobytes(first().files()),
                        kilobytes(first().denseGraphFiles()),
                        kilobytes(first().documents()),
                        Workload.inWords(Math.round(first().vectorsPerShard()))),
                List.of(indexTable(), domainTable()),
                List.of());
    }

    private IndexSize first() {
        return index(workloads.getFirst());
    }

    private double kilobytes(double bytes) {
        return bytes / workloads.getFirst().vectors() / BYTES_PER_KB;
    }

    private Table indexTable() {
        return new SizingTable(workloads)
                .count("vectors", "images and objects", Workload::vectors)
                .gib("memory of graphs, all copies", workload -> index(workload).graphMemoryOfAllCopies())
                .gib(
                        "the same if dense vectors were searched so",
                        workload -> index(workload).denseGraphMemoryOfAllCopies())
                .gib(
                        "files of codes and dense vectors",
                        workload -> index(workload).vectorFiles())
                .gib("files of the graph of codes", workload -> index(workload).codeGraphFiles())
                .gib(
                        "files of the graph of dense vectors",
                        workload -> index(workload).denseGraphFiles())
                .gib("documents", workload -> index(workload).documents())
                .gib("disk to provide, all copies", workload -> index(workload).diskOfAllCopies())
                .count(
                        "primary shards of images",
                        "shards",
                        workload -> index(workload).imageShards())
                .count(
                        "primary shards of objects",
                        "shards",
                        workload -> index(workload).objectShards())
                .table("index", "The k-NN indices of images and objects");
    }

    private Table domainTable() {
        return new SizingTable(workloads)
                .decimal("queries at the busiest time", "a second", 1, Workload::queriesPerSecond)
                .words(
                        "cheapest data nodes",
                        workload -> domain(workload).kind().awsName())
                .count(
                        "number of data nodes",
                        "nodes",
                        workload -> domain(workload).nodes())
                .words("decided by", workload -> domain(workload).binding().words())
                .words("needs a higher limit", workload -> domain(workload).needsHigherLimit() ? "yes" : "no")
                .decimal(
                        "dense vectors read from disk",
                        "a second",
                        0,
                        workload -> index(workload).denseReadsPerSecond())
                .decimal(
                        "images indexed beside the queries, by processors",
                        "a second",
                        0,
                        workload -> domain(workload).imagesPerSecond())
                .table("domain", "The cheapest domain for it");
    }

    private Section pipeline() {
        PipelineSize gpu = PipelineSize.atMost(WorkerKind.GPU, figures);
        return Section.of(
                "pipeline",
                "Indexing all images",
                String.format(
                        Locale.ROOT,
                        "A GPU worker does %.0f images/s, bounded by its processors, which decode (not measured on a GPU); a CPU worker does %.0f."
                                + " %.0f GPU workers do %.0f images/s: that takes %.0f batches of ingest and %.0f of the indexer at once; as deployed,"
                                + " with %.0f, ingest takes %.0f images/s and the indexer %.0f.",
                        WorkerKind.GPU.imagesPerSecond(figures),
                        WorkerKind.CPU.imagesPerSecond(figures),
                        gpu.workers(),
                        gpu.imagesPerSecond(),
                        Math.ceil(gpu.ingestConcurrency()),
                        Math.ceil(gpu.indexerConcurrency()),
                        figures.of(Figure.MAX_CONCURRENCY),
                        gpu.ingestLimit(),
                        gpu.indexerLimit()),
                List.of(hoursTable(), queuesTable()),
                List.of());
    }

    private Table hoursTable() {
        double gpuRate = PipelineSize.atMost(WorkerKind.GPU, figures).imagesPerSecond();
        return new SizingTable(workloads)
                .decimal("GPU workers", "hours of one", 1, workload -> WorkerKind.GPU.hours(workload.images(), figures))
                .decimal("CPU workers", "hours of one", 1, workload -> WorkerKind.CPU.hours(workload.images(), figures))
                .decimal(
                        "all GPU workers together",
                        "hours",
                        1,
                        workload -> WorkerKind.GPU.hours(workload.images(), figures) / figures.of(Figure.MAX_WORKERS))
                .decimal(
                        "if only the domain's processors counted",
                        "hours",
                        1,
                        workload -> hours(workload, domain(workload).imagesPerSecond()))
                .decimal(
                        "if only the indexer counted, as deployed",
                        "hours",
                        1,
                        workload -> hours(
                                workload,
                                PipelineSize.atMost(WorkerKind.GPU, figures).indexerLimit()))
                .decimal(
                        "requests to queues meanwhile",
                        "a second",
                        0,
                        workload -> gpuRate * figures.of(Figure.QUEUE_REQUESTS_PER_IMAGE))
                .gib("originals in S3", workload -> new Storage(workload, figures).originals())
                .gib("thumbnails in S3", workload -> new Storage(workload, figures).thumbnails())
                .gib("feature records in S3", workload -> new Storage(workload, figures).features())
                .table("hours", "Time for all images, and what is stored of them");
    }

    /** Little's law: batches at once = rate of batches times duration of a batch. */
    private Table queuesTable() {
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkerKind kind : WorkerKind.values()) {
            PipelineSize size = PipelineSize.atMost(kind, figures);
            rows.add(List.of(
                    new Cell.Text(kind.words() + "s"),
                    new Cell.Decimal(size.imagesPerSecond(), 0),
                    new Cell.Decimal(size.ingestConcurrency(), 1),
                    new Cell.Decimal(size.indexerConcurrency(), 1),
                    new Cell.Decimal(size.ingestLimit(), 0),
                    new Cell.Decimal(size.indexerLimit(), 0)));
        }
        return new Table(
                "queues",
                String.format(Locale.ROOT, "Functions beside %.0f workers of a kind", figures.of(Figure.MAX_WORKERS)),
                List.of(
                        "workers",
                        "images/s",
                        "ingest, batches at once",
                        "indexer, batches at once",
                        "ingest as deployed, images/s",
                        "indexer as deployed, images/s"),
                rows);
    }

    private static <Q extends Enum<Q> & Quantity> Table inputs(
            String name, String caption, QuantityTable<Q> table, Q[] quantities) {
        return new Table(
                name,
                caption,
                List.of("name", "value", "unit", "source"),
                Arrays.stream(quantities)
                        .map(quantity -> List.<Cell>of(
                                new Cell.Text(quantity.slug()),
                                new Cell.Text(plain(table.of(quantity))),
                                new Cell.Text(quantity.unit()),
                                new Cell.Text(table.sourced(quantity).source())))
                        .toList());
    }

    /** As a person writes it: no exponent, no idle zeros. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static double hours(Workload workload, double imagesPerSecond) {
        return imagesPerSecond == 0 ? 0 : workload.images() / imagesPerSecond / 3600;
    }

    private IndexSize index(Workload workload) {
        return new IndexSize(workload, figures);
    }

    private DomainSize domain(Workload workload) {
        return costs(workload).domain();
    }

    private Costs costs(Workload workload) {
        return new Costs(workload, figures, prices);
    }
}
