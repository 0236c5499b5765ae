package dev.sightline.blender.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testkit.Fixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecentTest {

    private Instant now = Fixtures.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private int counts;

    @Test
    void current_whileItIsRecent_countsOnce() {
        Recent<Integer> recent = new Recent<>(() -> ++counts, Duration.ofSeconds(2), clock);

        assertThat(recent.current()).isEqualTo(1);
        now = now.plusMillis(1999);
        assertThat(recent.current()).isEqualTo(1);
        now = now.plusMillis(1);
        assertThat(recent.current()).isEqualTo(2);
    }

    @Test
    void current_afterAFailure_countsAgain() {
        Recent<Integer> recent = new Recent<>(this::failAtFirst, Duration.ofSeconds(2), clock);

        assertThatThrownBy(recent::current).hasMessage("first");
        assertThat(recent.current()).isEqualTo(2);
    }

    private int failAtFirst() {
        counts++;
        if (counts == 1) {
            throw new IllegalStateException("first");
        }
        return counts;
    }
}
