package dev.sightline.lab.scale;

/**
 * What the two k-NN indices of a workload, images and objects, take in memory and on disk. Sizes are bytes of one copy unless the name
 * says otherwise.
 *
 * <p>Memory: only codes are searched through a graph; candidates are put into order by reading their dense vectors from disk. The mapping
 * has a graph built of the dense vectors too; it is never loaded, but lies on disk.
 */
public record IndexSize(Workload workload, QuantityTable<Figure> figures) {

    private static final int BYTES_PER_FLOAT = 4;
    private static final int BITS_PER_BYTE = 8;
    private static final int BYTES_PER_LINK = 8;
    private static final double GIB = 1L << 30;

    /** A code. */
    public double codeBytes() {
        return figures.of(Figure.CODE_BITS) / BITS_PER_BYTE;
    }

    /** A dense vector. */
    public double denseBytes() {
        return BYTES_PER_FLOAT * figures.of(Figure.DENSE_DIMENSIONS);
    }

    /** Memory of the graph of codes, all copies. */
    public double graphMemoryOfAllCopies() {
        return ofAllCopies(HnswMemory.binaryBytes(figures.of(Figure.CODE_BITS), links()) * workload.vectors());
    }

    /** What memory it would take to search dense vectors through a graph, all copies: not needed, for comparison. */
    public double denseGraphMemoryOfAllCopies() {
        return ofAllCopies(HnswMemory.floatBytes(figures.of(Figure.DENSE_DIMENSIONS), links()) * workload.vectors());
    }

    /** Files of codes and dense vectors. */
    public double vectorFiles() {
        return workload.vectors() * (codeBytes() + denseBytes());
    }

    /** Files of the graph of codes, which hold a copy of them. */
    public double codeGraphFiles() {
        return workload.vectors() * (codeBytes() + BYTES_PER_LINK * links());
    }

    /** Files of the graph of dense vectors, which hold a copy of them. */
    public double denseGraphFiles() {
        return workload.vectors() * (denseBytes() + BYTES_PER_LINK * links());
    }

    /** Documents as JSON, their codes included, and indexed fields. The text leaves dense vectors out. */
    public double documents() {
        double code = codeBytes() * figures.of(Figure.JSON_BYTES_PER_CODE_BYTE);
        return workload.vectors() * (code + figures.of(Figure.DOCUMENT_BYTES));
    }

    /** All files. */
    public double files() {
        return vectorFiles() + codeGraphFiles() + denseGraphFiles() + documents();
    }

    /** Disk to provide: files of all copies, and what merges, logs and the system take beside them. */
    public double diskOfAllCopies() {
        return ofAllCopies(files()) * (1 + figures.of(Figure.DISK_OVERHEAD));
    }

    /** Primary shards of the images' index. */
    public long imageShards() {
        return shards(workload.images());
    }

    /** Primary shards of the objects' index. */
    public long objectShards() {
        return shards(workload.objects());
    }

    /** Images that one shard holds. */
    public double vectorsPerShard() {
        return figures.of(Figure.SHARD_SIZE) * GIB / (files() / workload.vectors());
    }

    /** Dense vectors that the second stage reads in a second: each a random read unless it is in the system's cache. */
    public double denseReadsPerSecond() {
        return workload.queriesPerSecond()
                * figures.of(Figure.SEARCHES_PER_QUERY)
                * figures.of(Figure.CANDIDATES_PER_SEARCH);
    }

    private long shards(long documents) {
        return Math.max(1, (long) Math.ceil(documents / vectorsPerShard()));
    }

    private double links() {
        return figures.of(Figure.GRAPH_LINKS);
    }

    private double ofAllCopies(double bytes) {
        return bytes * (1 + figures.of(Figure.REPLICAS));
    }
}
