package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.EngagementRates;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementKind;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.OpenSearchEngagementIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenSearchEngagementIndexIT extends EngagementIndexContract {

    private final OpenSearchServer server = new OpenSearchServer();
    private final EngagementIndex index = new OpenSearchEngagementIndex(server.connection(), server.names());

    @AfterEach
    void removeIndexes() {
        server.close();
    }

    @Override
    protected EngagementIndex index() {
        return index;
    }

    /** A writer that broke off leaves an index behind, which the next one removes; equal counts are written once. */
    @Test
    void replaceAll_beside_anUnfinishedIndex_leavesOneIndex() {
        server.put("/%s-engagement.broken".formatted(server.names().prefix()), "{}");
        PairCounts pair = new PairCounts(
                Fixtures.aSignature(1),
                Fixtures.aSignature(2),
                new EngagementCounts(Map.of(), Map.of(EngagementKind.SAVE, 1L)));

        index.replaceAll(List.of(pair), Map.of(), EngagementRates.NONE);
        List<String> first = server.indexes("engagement");
        index.replaceAll(List.of(pair), Map.of(), EngagementRates.NONE);

        assertThat(first).hasSize(1).noneMatch(name -> name.endsWith("broken"));
        assertThat(server.indexes("engagement")).isEqualTo(first);
    }

    @Test
    void replaceAll_byTwoAtOnce_endsWithTheCountsOfOneOfThem() {
        List<PairCounts> first = saves(1);
        List<PairCounts> second = saves(2);
        for (int round = 0; round < 3; round++) {
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> index.replaceAll(first, Map.of(), EngagementRates.NONE));
            index.replaceAll(second, Map.of(), EngagementRates.NONE);
            other.join();

            assertThat(Set.copyOf(index.winners(Fixtures.aSignature(1), 1000)))
                    .isIn(Set.copyOf(first), Set.copyOf(second));
            assertThat(server.indexes("engagement")).hasSize(1);
        }
    }

    private static List<PairCounts> saves(long saves) {
        EngagementCounts counts = new EngagementCounts(Map.of(), Map.of(EngagementKind.SAVE, saves));
        return LongStream.range(0, 300)
                .mapToObj(seed -> new PairCounts(Fixtures.aSignature(1), Fixtures.aSignature(100 + seed), counts))
                .toList();
    }
}
