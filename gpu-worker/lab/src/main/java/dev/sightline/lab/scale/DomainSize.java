package dev.sightline.lab.scale;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The cheapest domain of equal data nodes that has the memory, disk and processors for an index and its queries.
 *
 * @param binding what decides the number of nodes
 */
public record DomainSize(IndexSize index, NodeKind kind, long nodes, Need binding) {

    private static final double GIB = 1L << 30;
    private static final int MS_PER_SECOND = 1000;

    /** What nodes are needed for. */
    public enum Need {
        ZONES("two zones"),
        MEMORY("memory of graphs"),
        DISK("disk"),
        PROCESSORS("processors for queries");

        private final String words;

        Need(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /** The cheapest; of equally cheap ones that with the fewest nodes. */
    public static DomainSize cheapest(IndexSize index, QuantityTable<Price> prices) {
        return Arrays.stream(NodeKind.values())
                .map(kind -> of(index, kind))
                .min(Comparator.comparingDouble((DomainSize domain) -> domain.costPerHour(prices))
                        .thenComparingLong(DomainSize::nodes))
                .orElseThrow();
    }

    /** Of nodes of that kind. */
    static DomainSize of(IndexSize index, NodeKind kind) {
        Need binding = Arrays.stream(Need.values())
                .max(Comparator.comparingLong((Need need) -> nodes(index, kind, need))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return new DomainSize(index, kind, nodes(index, kind, binding), binding);
    }

    private static long nodes(IndexSize index, NodeKind kind, Need need) {
        QuantityTable<Figure> figures = index.figures();
        double nodes = switch (need) {
            case ZONES -> figures.of(Figure.MIN_NODES);
            case MEMORY -> index.graphMemoryOfAllCopies() / GIB / kind.graphMemory(figures);
            case DISK -> index.diskOfAllCopies() / GIB / kind.disk();
            case PROCESSORS -> queryProcessors(index) / figures.of(Figure.UTILISATION) / kind.vcpus();
        };
        return (long) Math.ceil(nodes);
    }

    /** Processors that queries keep busy. */
    private static double queryProcessors(IndexSize index) {
        return index.workload().queriesPerSecond() * index.figures().of(Figure.SEARCH_MS_PER_QUERY) / MS_PER_SECOND;
    }

    /** Images a second that can be indexed beside the queries, by processors. */
    public double imagesPerSecond() {
        QuantityTable<Figure> figures = index.figures();
        double free = nodes * kind.vcpus() * figures.of(Figure.UTILISATION) - queryProcessors(index);
        return Math.max(0, free) * MS_PER_SECOND / figures.of(Figure.INDEX_MS_PER_IMAGE);
    }

    /** Whether AWS has to be asked for a higher limit first. */
    public boolean needsHigherLimit() {
        return nodes > index.figures().of(Figure.MAX_NODES);
    }

    /** Data nodes only, in USD. */
    public double costPerHour(QuantityTable<Price> prices) {
        return nodes * prices.of(kind.price());
    }
}
