package dev.sightline.blender.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.testkit.Fixtures;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSealTest {

    private static final String LIST = "/v1/images?{}";

    private Instant now = Fixtures.NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CursorSeal seal = new CursorSeal(() -> "secret".getBytes(StandardCharsets.UTF_8), clock);

    @Test
    void open_whatWasSealed_givesThePlace() {
        for (String place : new String[] {"", "a", "images/1/é\n😀", "x".repeat(1000)}) {
            assertThat(seal.open(LIST, seal.seal(LIST, place))).isEqualTo(place);
        }
    }

    @Test
    void open_everyBitChanged_isInvalid() {
        String cursor = seal.seal(LIST, "images/1/a");

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid(LIST, cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "%%%", "é", "..", "bnVsbA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void open_whatWasNeverSealed_isInvalid(String cursor) {
        assertInvalid(LIST, cursor);
    }

    @Test
    void open_longerShorterOrPadded_isInvalid() {
        String cursor = seal.seal(LIST, "images/1/a");

        assertInvalid(LIST, cursor + "A");
        assertInvalid(LIST, cursor.substring(1));
        assertInvalid(LIST, cursor.substring(0, cursor.length() - 1));
        assertInvalid(LIST, cursor + "=");
        assertInvalid(LIST, " " + cursor);
    }

    @Test
    void open_ofAnotherQuestionOrSecret_isInvalid() {
        String cursor = seal.seal(LIST, "a");

        assertInvalid("/v1/images?{state=[indexed]}", cursor);
        assertInvalid("/v1/boards?{}", cursor);
        assertInvalid(LIST, new CursorSeal(() -> new byte[] {1}, clock).seal(LIST, "a"));
    }

    /** Question and place are kept apart: none can take a letter of the other. */
    @Test
    void open_withTheBorderMoved_isInvalid() {
        assertInvalid("/v1/boards?{}a", seal.seal("/v1/boards?{}", "ab"));
    }

    @Test
    void open_afterADayAndTheRestOfItsHour_isExpired() {
        now = Instant.parse("2026-01-02T03:04:05Z");
        String cursor = seal.seal(LIST, "a");
        now = Instant.parse("2026-01-03T03:59:59Z");
        assertThat(seal.open(LIST, cursor)).isEqualTo("a");
        now = Instant.parse("2026-01-03T04:00:00Z");

        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> seal.open(LIST, cursor))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.EXPIRED_CURSOR));
    }

    /** So that a list that did not change has the same ETag. */
    @Test
    void seal_samePlaceWithinAnHour_isTheSameCursor() {
        now = Instant.parse("2026-01-02T03:00:00Z");
        String first = seal.seal(LIST, "a");
        now = Instant.parse("2026-01-02T03:59:59Z");
        assertThat(seal.seal(LIST, "a")).isEqualTo(first);
        now = Instant.parse("2026-01-02T04:00:00Z");
        assertThat(seal.seal(LIST, "a")).isNotEqualTo(first);
    }

    @Test
    void secret_always_isReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        CursorSeal counted = new CursorSeal(() -> new byte[] {(byte) reads.incrementAndGet()}, clock);

        counted.open(LIST, counted.seal(LIST, "a"));

        assertThat(reads).hasValue(1);
    }

    private void assertInvalid(String question, String cursor) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> seal.open(question, cursor))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }
}
