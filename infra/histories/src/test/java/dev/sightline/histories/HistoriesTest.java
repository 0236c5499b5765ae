package dev.sightline.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happened to the bucket, however its events came and whatever broke: at the end the index says what the bucket says. */
class HistoriesTest {

    private static final Rules AS_THEY_ARE = new Rules() {};

    @Property(tries = 10_000, seed = "20260102", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void index_afterAnyMessages_equalsTheBucket(@ForAll("ofMessages") History history) {
        assertGoesWell(history);
    }

    /** Fewer: an operation in a history leaves less room for messages that meet. */
    @Property(tries = 3_000, seed = "20260102", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void index_afterMessagesAndOperations_equalsTheBucket(@ForAll("withOperations") History history) {
        assertGoesWell(history);
    }

    @Property(tries = 3_000, seed = "20260102", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.FULL)
    void index_afterMessagesAndSaves_equalsBothBuckets(@ForAll("withPins") History history) {
        assertGoesWell(history);
    }

    private static void assertGoesWell(History history) {
        List<String> differences = Replay.differences(history, AS_THEY_ARE);

        if (!differences.isEmpty()) {
            assertThat(differences).as(Replay.told(history, AS_THEY_ARE)).isEmpty();
        }
    }

    @Provide
    Arbitrary<History> ofMessages() {
        return Histories.ofMessages();
    }

    @Provide
    Arbitrary<History> withPins() {
        return Histories.ofPins();
    }

    @Provide
    Arbitrary<History> withOperations() {
        return Histories.any();
    }
}
