package dev.sightline.lab.scale;

/** Data nodes to choose from, memory-optimised: GiB of memory, vCPUs, and the largest disk in GiB. */
public enum NodeKind {
    R7G_LARGE("r7g.large.search", 16, 2, 2_048, Price.NODE_LARGE),
    R7G_XLARGE("r7g.xlarge.search", 32, 4, 3_072, Price.NODE_XLARGE),
    R7G_2XLARGE("r7g.2xlarge.search", 64, 8, 6_144, Price.NODE_2XLARGE),
    R7G_4XLARGE("r7g.4xlarge.search", 128, 16, 12_288, Price.NODE_4XLARGE),
    R7G_8XLARGE("r7g.8xlarge.search", 256, 32, 16_384, Price.NODE_8XLARGE);

    private final String awsName;
    private final int memory;
    private final int vcpus;
    private final int disk;
    private final Price price;

    NodeKind(String awsName, int memory, int vcpus, int disk, Price price) {
        this.awsName = awsName;
        this.memory = memory;
        this.vcpus = vcpus;
        this.disk = disk;
        this.price = price;
    }

    /** As AWS calls it. */
    public String awsName() {
        return awsName;
    }

    /** Processors. */
    public int vcpus() {
        return vcpus;
    }

    /** The largest disk, in GiB. */
    public int disk() {
        return disk;
    }

    /** Its price an hour. */
    public Price price() {
        return price;
    }

    /** GiB for graphs: what the heap leaves, the breaker's share of that, filled as far as planned. Half the memory is heap, up to a limit. */
    public double graphMemory(QuantityTable<Figure> figures) {
        double heap = Math.min(memory / 2.0, figures.of(Figure.MAX_HEAP));
        return (memory - heap) * figures.of(Figure.GRAPH_MEMORY_SHARE) * figures.of(Figure.GRAPH_MEMORY_FILL);
    }
}
