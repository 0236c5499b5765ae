package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryIdTest {

    private static final Instant ISSUED = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final byte[] RANDOM = HexFormat.of().parseHex("000102030405060708090a0b0c0d0eff");
    private static final String TEXT = "qry-019b7ca98c8e000102030405060708090a0b0c0d0eff";

    @Test
    void of_timeAndRandom_isReadBack() {
        QueryId id = QueryId.of(ISSUED, RANDOM);

        assertThat(id).hasToString(TEXT);
        assertThat(new QueryId(TEXT).issuedAt()).isEqualTo(ISSUED);
    }

    @Test
    void isExpired_at24Hours_isTrueFromThenOn() {
        QueryId id = QueryId.of(ISSUED, RANDOM);

        assertThat(id.isExpired(Instant.parse("2026-01-03T03:04:05.005Z"))).isFalse();
        assertThat(id.isExpired(Instant.parse("2026-01-03T03:04:05.006Z"))).isTrue();
    }

    @Test
    void of_lessRandom_isRefusedWithBothCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueryId.of(ISSUED, new byte[8]))
                .withMessage("expected 16 bytes, got 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "019b7ca98c8e000102030405060708090a0b0c0d0eff",
                "qry-019B7CA98C8E000102030405060708090a0b0c0d0eff",
                "qry-019b7ca98c8e000102030405060708090a0b0c0d0ef",
                "qry-019b7ca98c8e000102030405060708090a0b0c0d0eff0",
                "qry-../../../../../../../../../../../../../../..",
                "qry-019b7ca98c8e000102030405060708090a0b0c0d0eff\n"
            })
    void new_anotherForm_isRefused(String text) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> new QueryId(text))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void new_longText_isShownInPart() {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(() -> new QueryId("a".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
}
