package dev.sightline.lab.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void at_afterSomeTime_saysRateAndTimeLeft() {
        var now = new AtomicReference<>(Instant.EPOCH);
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        var line = new ProgressLine("embedding", 100, clock, lines::add);

        line.at(0);
        now.set(Instant.EPOCH.plusSeconds(4));
        line.at(40);

        assertThat(lines).containsExactly("  … embedding: 0 of 100", "  … embedding: 40 of 100, 10/s, 6 s left");
    }
}
