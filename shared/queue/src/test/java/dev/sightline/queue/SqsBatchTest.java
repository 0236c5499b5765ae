package dev.sightline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqsBatchTest {

    private static final int MAX = 256 * 1024;

    @Test
    void pack_nothing_givesNoBatch() {
        assertThat(SqsBatch.pack(List.of())).isEmpty();
    }

    @Test
    void pack_smallBodies_fillsBatchesOfTenInOrder() {
        List<SqsBatch.Entry> entries = IntStream.range(0, 23)
                .mapToObj(n -> new SqsBatch.Entry(n, "x", null))
                .toList();
        List<SqsBatch> batches = SqsBatch.pack(entries);
        assertThat(batches).extracting(batch -> batch.entries().size()).containsExactly(10, 10, 3);
        assertThat(batches.stream().flatMap(batch -> batch.entries().stream())).containsExactlyElementsOf(entries);
    }

    @Test
    void pack_bodiesThatExactlyFillARequest_stayTogether() {
        assertThat(sizes("a".repeat(MAX - 1), "b", "c")).containsExactly(2, 1);
    }

    @Test
    void pack_bodiesOfManyBytesPerCharacter_countsBytes() {
        String halfInCharactersWholeInBytes = "é".repeat(MAX / 2);
        assertThat(sizes(halfInCharactersWholeInBytes, "b")).containsExactly(1, 1);
    }

    @Test
    void pack_tooLargeBody_isAloneInItsBatch() {
        assertThat(sizes("a", "b".repeat(MAX + 1), "c", "d")).containsExactly(1, 1, 2);
    }

    private static Stream<Integer> sizes(String... bodies) {
        List<SqsBatch.Entry> entries = IntStream.range(0, bodies.length)
                .mapToObj(n -> new SqsBatch.Entry(n, bodies[n], null))
                .toList();
        return SqsBatch.pack(entries).stream().map(batch -> batch.entries().size());
    }
}
