package dev.sightline.infra;

/**
 * How much of everything there is (context {@code size}, default {@code small}): where to begin, from which {@code docs/scale.md} computes on.
 *
 * <p>{@code SMALL} has one node for search, which is lost with its availability zone and rebuilt from S3. The others have two or more, in two
 * zones, and three that only lead.
 */
enum DeploymentSize {
    SMALL,
    MEDIUM,
    LARGE;

    Search search() {
        return switch (this) {
            case SMALL -> new Search("r7g.large.search", 1, "", 0, 100, 1);
            case MEDIUM -> new Search("r7g.2xlarge.search", 2, "m7g.large.search", 3, 500, 8);
            case LARGE -> new Search("r7g.8xlarge.search", 6, "m7g.xlarge.search", 3, 2000, 48);
        };
    }

    Workers workers() {
        return switch (this) {
            case SMALL -> new Workers(1, 1, 2);
            case MEDIUM -> new Workers(8, 2, 8);
            case LARGE -> new Workers(40, 3, 24);
        };
    }

    /**
     * Batches of a queue that a function works on at once: more than the domain's processors take would only wait there.
     */
    int batchesAtOnce() {
        return switch (this) {
            case SMALL -> 10;
            case MEDIUM -> 20;
            case LARGE -> 150;
        };
    }

    /** Requests that are answered at once; it is reserved, so that indexing cannot take it. */
    int apiConcurrency() {
        return switch (this) {
            case SMALL -> 50;
            case MEDIUM -> 200;
            case LARGE -> 500;
        };
    }

    /**
     * The OpenSearch domain.
     *
     * @param node type of the nodes with data
     * @param nodes their number
     * @param leader type of the nodes that only lead; empty without any
     * @param leaders their number
     * @param gigabytes on the disk of each node with data
     * @param shards of each index of images or objects: each holds about 1.4 million vectors well
     */
    record Search(String node, int nodes, String leader, int leaders, int gigabytes, int shards) {}

    /**
     * Tasks.
     *
     * @param maxIndexers with a GPU, for the queue; there are none while it is empty
     * @param minAnalyzers without one, for queries
     * @param maxAnalyzers at most of those
     */
    record Workers(int maxIndexers, int minAnalyzers, int maxAnalyzers) {}
}
