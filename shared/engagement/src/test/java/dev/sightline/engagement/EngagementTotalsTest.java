package dev.sightline.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.EngagementKind;
import dev.sightline.events.RolledUpCount;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngagementTotalsTest {

    private static final ImageSignature QUERY = image("query");
    private static final ImageSignature RESULT = image("result");
    private static final Exposure TOP = new Exposure("web", 1);
    private static final Exposure THIRD = new Exposure("ios", 3);

    private final EngagementTotals totals = new EngagementTotals();

    @Test
    void totals_ofNothing_areEmpty() {
        assertThat(totals.pairs()).isEmpty();
        assertThat(totals.images()).isEmpty();
        assertThat(totals.mentioned()).isEmpty();
        assertThat(totals.rates()).isEqualTo(EngagementRates.NONE);
    }

    @Test
    void add_ofSeveralDays_sumsByPairImageAndPlace() {
        add(QUERY.hex(), TOP, EngagementKind.IMPRESSION, 4);
        add(QUERY.hex(), TOP, EngagementKind.IMPRESSION, 6);
        add(QUERY.hex(), TOP, EngagementKind.SAVE, 5);
        add("", THIRD, EngagementKind.IMPRESSION, 8);
        add("", THIRD, EngagementKind.LONG_CLICK, 2);

        assertThat(totals.pairs())
                .containsExactly(new PairCounts(
                        QUERY, RESULT, new EngagementCounts(Map.of(TOP, 10L), Map.of(EngagementKind.SAVE, 5L))));
        assertThat(totals.images())
                .isEqualTo(Map.of(
                        RESULT,
                        new EngagementCounts(
                                Map.of(TOP, 10L, THIRD, 8L),
                                Map.of(EngagementKind.SAVE, 5L, EngagementKind.LONG_CLICK, 2L))));
        assertThat(totals.rates())
                .isEqualTo(new EngagementRates(
                        Map.of(TOP, Map.of(EngagementKind.SAVE, 0.5), THIRD, Map.of(EngagementKind.LONG_CLICK, 0.25))));
        assertThat(totals.mentioned()).containsExactlyInAnyOrder(QUERY, RESULT);
    }

    @Test
    void rates_ofAPlaceWithoutImpressions_areUnknown() {
        add(QUERY.hex(), TOP, EngagementKind.SAVE, 5);

        assertThat(totals.rates()).isEqualTo(EngagementRates.NONE);
        assertThat(totals.pairs()).hasSize(1);
    }

    private void add(String query, Exposure place, EngagementKind kind, long count) {
        totals.add(new RolledUpCount(query, RESULT, place.platform(), place.rank(), kind, count));
    }

    private static ImageSignature image(String name) {
        return ImageSignature.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
