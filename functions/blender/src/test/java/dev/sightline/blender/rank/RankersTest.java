package dev.sightline.blender.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.policy.Variant;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.ranking.RankingModel;
import dev.sightline.testkit.InMemoryRankerStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankersTest {

    private static final RankingModel MODEL =
            new LinearModel("linear-1", 0, Map.of(RankingFeature.COSINE, 1.0), Map.of());
    private static final Variant LEARNED = new Variant("learned", 1, "linear-1", Map.of());

    private final InMemoryRankerStore store = new InMemoryRankerStore();
    private final Rankers rankers = new Rankers(store, Duration.ofMinutes(5));

    @Test
    void of_aVariantWithoutRanker_isNoneAndNoProblem() {
        assertThat(rankers.of(new Variant("standard", 1, null, Map.of()))).isEqualTo(new Rankers.Choice(null, null));
        assertThat(store.reads()).isZero();
    }

    @Test
    void of_aKeptRanker_isReadOnce() {
        store.keep("linear-1", RankerDocument.write(MODEL));

        assertThat(rankers.of(LEARNED).model()).isEqualTo(MODEL);
        store.becomeUnavailable();
        assertThat(rankers.of(LEARNED).model()).isEqualTo(MODEL);
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void of_aRankerThatIsKeptLater_isFoundThen() {
        Rankers.Choice missing = rankers.of(LEARNED);
        assertThat(missing.model()).isNull();
        assertThat(missing.version()).isEqualTo("none");
        assertThat(missing.problem()).contains("linear-1");

        store.keep("linear-1", RankerDocument.write(MODEL));

        assertThat(rankers.of(LEARNED)).isEqualTo(new Rankers.Choice(MODEL, null));
    }

    @Test
    void of_aDocumentUnderAnotherName_isAProblem() {
        store.keep("linear-1", RankerDocument.write(MODEL).replace("linear-1", "linear-2"));

        assertThat(rankers.of(LEARNED).problem()).contains("linear-1").contains("linear-2");
    }

    @Test
    void of_aBrokenDocument_isAProblem() {
        store.keep("linear-1", "{}");

        assertThat(rankers.of(LEARNED).model()).isNull();
        assertThat(rankers.of(LEARNED).problem()).contains("not valid");
    }

    @Test
    void of_aStoreThatDoesNotAnswer_isAProblemForNow() {
        store.keep("linear-1", RankerDocument.write(MODEL));
        store.becomeUnavailable();
        assertThat(rankers.of(LEARNED).problem()).isNotNull();

        store.becomeAvailable();

        assertThat(rankers.of(LEARNED).problem()).isNull();
    }
}
