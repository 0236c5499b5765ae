package dev.sightline.lab.scale;

import java.util.List;

/**
 * What a workload costs: to index an image once, each month as it stands, and for a query. In USD; requests and hours that are free of
 * charge at first are not taken off.
 */
public record Costs(Workload workload, QuantityTable<Figure> figures, QuantityTable<Price> prices) {

    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double MS_PER_SECOND = 1e3;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HOURS_PER_MONTH = 730;
    private static final double SECONDS_PER_MONTH = HOURS_PER_MONTH * SECONDS_PER_HOUR;
    private static final double GIB = 1L << 30;
    private static final int MANAGERS = 3;

    /** One line of a bill. */
    public record Line(String name, double usd) {}

    /** Once for 1,000 images, with workers of that kind. */
    public List<Line> perThousandImages(WorkerKind kind) {
        double hours = THOUSAND / kind.imagesPerSecond(figures) / SECONDS_PER_HOUR;
        double functionMs = (figures.of(Figure.INGEST_MS_PER_BATCH) + figures.of(Figure.INDEXER_MS_PER_BATCH))
                / figures.of(Figure.BATCH_SIZE);
        double invocations = 2 / figures.of(Figure.BATCH_SIZE);
        return List.of(
                new Line(kind.words() + "s", hours * kind.costPerHour(figures, prices)),
                new Line("functions", THOUSAND * functions(functionMs, invocations)),
                new Line(
                        "queues",
                        millions(THOUSAND * figures.of(Figure.QUEUE_REQUESTS_PER_IMAGE), Price.QUEUE_REQUESTS)),
                new Line("bucket events", millions(THOUSAND * figures.of(Figure.EVENTS_PER_IMAGE), Price.EVENTS)),
                new Line(
                        "requests to S3",
                        millions(THOUSAND * figures.of(Figure.S3_WRITES_PER_IMAGE), Price.S3_WRITES)
                                + millions(THOUSAND * figures.of(Figure.S3_READS_PER_IMAGE), Price.S3_READS)));
    }

    /** Each month, whether or not anything is asked. */
    public List<Line> perMonth() {
        DomainSize domain = domain();
        return List.of(
                new Line("data nodes", HOURS_PER_MONTH * domain.costPerHour(prices)),
                new Line("manager nodes", HOURS_PER_MONTH * MANAGERS * prices.of(Price.NODE_MANAGER)),
                new Line("disks of the nodes", domain.index().diskOfAllCopies() / GIB * prices.of(Price.NODE_DISK)),
                new Line("buckets", new Storage(workload, figures).bytes() / GIB * prices.of(Price.S3_STORAGE)),
                new Line("workers for queries", HOURS_PER_MONTH * analyzers() * prices.of(Price.CPU_WORKER)),
                new Line("fixed", prices.of(Price.FIXED)));
    }

    /** For a million queries, beside what stands each month. */
    public List<Line> perMillionQueries() {
        return List.of(
                new Line("API", prices.of(Price.API_REQUESTS)),
                new Line("functions", MILLION * functions(figures.of(Figure.BLENDER_MS_PER_QUERY), 1)),
                new Line(
                        "queues",
                        millions(MILLION * figures.of(Figure.QUEUE_REQUESTS_PER_QUERY), Price.QUEUE_REQUESTS)),
                new Line("logs", MILLION * figures.of(Figure.LOG_BYTES_PER_QUERY) / GIB * prices.of(Price.LOGS)));
    }

    /** The month's bill over the queries of that month, as if they came at the busiest rate all the time: for a million; 0 without queries. */
    public double standingPerMillionQueries() {
        double queries = workload.queriesPerSecond() * SECONDS_PER_MONTH;
        return queries == 0 ? 0 : sum(perMonth()) / queries * MILLION;
    }

    /** The cheapest domain. */
    public DomainSize domain() {
        return DomainSize.cheapest(new IndexSize(workload, figures), prices);
    }

    /** Workers that queries need: they never wait for one to start. */
    public double analyzers() {
        double busy = workload.queriesPerSecond()
                * figures.of(Figure.ANALYZED_QUERY_SHARE)
                * figures.of(Figure.ANALYZER_MS_PER_QUERY)
                / MS_PER_SECOND;
        double needed = Math.ceil(busy / figures.of(Figure.UTILISATION) / figures.of(Figure.WORKER_VCPUS));
        return Math.max(figures.of(Figure.MIN_ANALYZERS), needed);
    }

    /** Of all lines. */
    public static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    private double functions(double ms, double invocations) {
        return ms / MS_PER_SECOND * figures.of(Figure.FUNCTION_MEMORY) * prices.of(Price.FUNCTION_TIME)
                + millions(invocations, Price.FUNCTION_REQUESTS);
    }

    private double millions(double count, Price price) {
        return count / MILLION * prices.of(price);
    }
}
