package dev.sightline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequencerTest {

    @Test
    void compareTo_sameLength_ordersByHexValue() {
        assertThat(sequencer("0055AED6DCD90281E5")).isLessThan(sequencer("0055AED6DCD90281E6"));
        assertThat(sequencer("09")).isLessThan(sequencer("0A"));
    }

    @Test
    void compareTo_differentLengths_padsTheShorterOnTheRight() {
        // As numbers 0x5 < 0x41; as sequencers 50 > 41.
        assertThat(sequencer("5")).isGreaterThan(sequencer("41"));
        assertThat(sequencer("0055AED6DCD90281E5")).isLessThan(sequencer("0055AED6DCD90281E501"));
        assertThat(sequencer("0055AED6DCD90281E5")).isGreaterThan(sequencer("0055AED6DCD90281E4FFFF"));
    }

    @Test
    void compareTo_onlyZerosMore_isEqualInOrderButNotTheSame() {
        assertThat(sequencer("0055AE")).isEqualByComparingTo(sequencer("0055AE0000"));
        assertThat(sequencer("0055AE")).isNotEqualTo(sequencer("0055AE0000"));
    }

    @Test
    void compareTo_lowerCase_isTheSameSequencer() {
        assertThat(sequencer("00ab")).isEqualTo(sequencer("00AB"));
    }

    @Test
    void compareTo_mixedLengthsSorted_givesTheWholeOrder() {
        assertThat(Stream.of("B", "0A1", "0A", "9FFF", "A0", "0A01")
                        .map(Sequencer::new)
                        .sorted()
                        .map(Sequencer::value))
                .containsExactly("0A", "0A01", "0A1", "9FFF", "A0", "B");
    }

    @Test
    void constructor_noHexOrTooLong_isRefused() {
        for (String text : new String[] {"", "0x1", "GG", " 1", "1".repeat(65)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sequencer(text))
                    .withMessageContaining("got '" + text + "'");
        }
    }

    @Test
    void successor_isAfterThisOneAndBeforeEveryLaterOneOfS3() {
        Sequencer current = sequencer("0062E99A88DC40746F");

        assertThat(current.successor()).isGreaterThan(current).isLessThan(sequencer("0062E99A88DC407470"));
        assertThat(current.successor().successor()).isGreaterThan(current.successor());
        assertThat(Sequencer.ZERO).isLessThan(sequencer("0000000000000001"));
    }

    @Test
    void successor_ofTheLastOne_isRefused() {
        assertThatIllegalStateException().isThrownBy(sequencer("F".repeat(64))::successor);
    }

    @Test
    void successor_ofALaterLook_isGreaterAndStillBeforeEveryLaterOneOfS3() {
        Sequencer current = sequencer("0062E99A88DC40746F");
        Instant look = Instant.parse("2026-01-02T03:04:05Z");

        Sequencer seen = current.successor(look);

        assertThat(seen).isGreaterThan(current.successor()).isLessThan(sequencer("0062E99A88DC407470"));
        assertThat(current.successor(look.plusMillis(1))).isGreaterThan(seen);
        assertThat(seen.successor(look)).isGreaterThan(seen).isLessThan(sequencer("0062E99A88DC407470"));
        assertThat(Sequencer.ZERO.successor(look))
                .isGreaterThan(Sequencer.ZERO)
                .isLessThan(sequencer("0000000000000001"));
    }

    @Test
    void isSubstitute_ofWhatStandsInForAnEvent_isTrue() {
        Sequencer current = sequencer("0062E99A88DC40746F");
        assertThat(current.isSubstitute()).isFalse();
        assertThat(current.successor().isSubstitute()).isTrue();
        assertThat(current.successor(Instant.EPOCH).isSubstitute()).isTrue();
        assertThat(Sequencer.ZERO.isSubstitute()).isTrue();
    }

    private static Sequencer sequencer(String value) {
        return new Sequencer(value);
    }
}
