package dev.sightline.lab.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DomainSizeTest {

    private static final double GIB = 1L << 30;

    private final QuantityTable<Figure> figures = QuantityTable.figures();
    private final QuantityTable<Price> prices = QuantityTable.prices();

    @Test
    void graphMemory_isTheFilledShareOfWhatTheHeapLeaves() {
        // (16 - 8) x 0.5 x 0.75, and (256 - 32) x 0.5 x 0.75
        assertThat(NodeKind.R7G_LARGE.graphMemory(figures)).isEqualTo(3);
        assertThat(NodeKind.R7G_8XLARGE.graphMemory(figures)).isEqualTo(84);
    }

    @Test
    void cheapest_ofASmallIndex_isTwoSmallNodes() {
        DomainSize domain = cheapest(new Workload(10_000, 10_000, 1));

        assertThat(domain.kind()).isEqualTo(NodeKind.R7G_LARGE);
        assertThat(domain.nodes()).isEqualTo(2);
        assertThat(domain.binding()).isEqualTo(DomainSize.Need.ZONES);
        // 2 nodes x 2 processors x 0.7 - 1 query of 17 ms, at 23 ms an image
        assertThat(domain.imagesPerSecond()).isCloseTo((2.8 - 0.017) * 1000 / 23, within(1e-9));
    }

    @Test
    void cheapest_withManyQueries_isDecidedByProcessors() {
        // 1,000 queries x 17 ms / 0.7 = 24.3 processors
        DomainSize domain = cheapest(new Workload(10_000, 10_000, 1_000));

        assertThat(domain.binding()).isEqualTo(DomainSize.Need.PROCESSORS);
        assertThat(domain.nodes() * domain.kind().vcpus()).isBetween(25L, 32L);
    }

    @Test
    void of_manyVectors_isDecidedByMemory() {
        // 2 G vectors x 316.8 bytes x 2 copies = 1180.2 GiB; 84 GiB a node
        DomainSize domain = DomainSize.of(
                new IndexSize(new Workload(1_000_000_000, 1_000_000_000, 0), figures), NodeKind.R7G_8XLARGE);

        assertThat(domain.nodes()).isEqualTo(15);
        assertThat(domain.binding()).isEqualTo(DomainSize.Need.MEMORY);
    }

    @Property(seed = "1", tries = 200)
    void cheapest_ofAnyWorkload_hasWhatItNeeds(
            @ForAll @LongRange(min = 1, max = 5_000_000_000L) long images,
            @ForAll @DoubleRange(min = 0, max = 10_000) double queries) {
        IndexSize index = new IndexSize(Workload.usual(images, queries, figures), figures);
        DomainSize domain = DomainSize.cheapest(index, prices);

        assertThat(domain.nodes()).isGreaterThanOrEqualTo(2);
        assertThat(domain.nodes() * domain.kind().graphMemory(figures))
                .isGreaterThanOrEqualTo(index.graphMemoryOfAllCopies() / GIB - 1e-6);
        assertThat(domain.nodes() * (double) domain.kind().disk())
                .isGreaterThanOrEqualTo(index.diskOfAllCopies() / GIB - 1e-6);
        assertThat(domain.nodes() * domain.kind().vcpus() * 0.7).isGreaterThanOrEqualTo(queries * 0.017 - 1e-6);
        assertThat(domain.imagesPerSecond()).isNotNegative();
    }

    @Property(seed = "2", tries = 200)
    void cheapest_ofMoreImages_isNeverCheaper(
            @ForAll @LongRange(min = 1, max = 2_000_000_000L) long images,
            @ForAll @LongRange(min = 0, max = 2_000_000_000L) long more) {
        assertThat(cheapest(Workload.usual(images + more, 100, figures)).costPerHour(prices))
                .isGreaterThanOrEqualTo(
                        cheapest(Workload.usual(images, 100, figures)).costPerHour(prices));
    }

    private DomainSize cheapest(Workload workload) {
        return DomainSize.cheapest(new IndexSize(workload, figures), prices);
    }
}
