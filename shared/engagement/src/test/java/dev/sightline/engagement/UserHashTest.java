package dev.sightline.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UserHashTest {

    private final UserHash hashes = new UserHash(() -> "Jefe".getBytes(StandardCharsets.UTF_8));

    /** Test case 2 of RFC 4231. */
    @Test
    void of_publishedExample_isItsHmac() {
        assertThat(hashes.of("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void of_otherUserOrOtherSalt_isAnotherHash() {
        UserHash others = new UserHash(() -> new byte[] {1});
        assertThat(hashes.of("ann")).isNotEqualTo(hashes.of("Ann")).isNotEqualTo(others.of("ann"));
    }

    @Test
    void of_manyUsers_readsTheSaltOnce() {
        AtomicInteger reads = new AtomicInteger();
        UserHash counted = new UserHash(() -> new byte[] {(byte) reads.incrementAndGet()});
        String first = counted.of("ann");
        counted.of("ben");
        assertThat(counted.of("ann")).isEqualTo(first);
        assertThat(reads).hasValue(1);
    }

    @Test
    void of_saltThatCannotBeReadAtFirst_isTriedAgain() {
        AtomicInteger reads = new AtomicInteger();
        UserHash late = new UserHash(() -> {
            if (reads.incrementAndGet() == 1) {
                throw new SightlineException(ErrorCode.STORAGE_UNAVAILABLE, "not now");
            }
            return new byte[] {1};
        });
        assertThatThrownBy(() -> late.of("ann")).isInstanceOf(SightlineException.class);
        assertThat(late.of("ann")).hasSize(64);
    }

    @Test
    void of_emptyOrTooLongUser_isRefusedWithoutNamingIt() {
        String tooLong = "u".repeat(129);
        assertThat(hashes.of("u".repeat(128))).hasSize(64);
        assertThatThrownBy(() -> hashes.of(tooLong))
                .isInstanceOf(SightlineException.class)
                .hasMessageContaining("1..128")
                .hasMessageContaining("129")
                .hasMessageNotContaining(tooLong);
        assertThatThrownBy(() -> hashes.of("")).isInstanceOf(SightlineException.class);
    }
}
