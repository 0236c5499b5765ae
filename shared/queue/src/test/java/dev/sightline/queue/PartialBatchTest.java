package dev.sightline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartialBatchTest {

    private final PartialBatch batch = new PartialBatch();

    @Test
    void each_withOneBrokenMessage_takesTheOthersFurther() {
        Map<String, Integer> numbers = batch.each(Map.of("a", "1", "b", "not a number", "c", "3"), Integer::valueOf);

        assertThat(numbers).containsOnly(Map.entry("a", 1), Map.entry("c", 3));
        assertThat(batch.failedIds()).containsExactly("b");
    }

    @Test
    void fail_afterAnotherFailure_keepsBoth() {
        batch.fail("a", new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "no answer"));
        batch.fail("b", new IllegalStateException("broken"));

        assertThat(batch.failedIds()).containsExactlyInAnyOrder("a", "b");
    }
}
