package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {

    private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_0";
    private static final String TEXT = "slk_0123456789abcdef_" + SECRET;

    @Test
    void random_text_isParsedAgain() {
        AccessKey key = AccessKey.random(new SecureRandom());

        AccessKey parsed = AccessKey.parse(key.text()).orElseThrow();

        assertThat(parsed.id()).isEqualTo(key.id()).matches("[0-9a-f]{16}");
        assertThat(parsed.text()).isEqualTo(key.text()).matches("slk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
        assertThat(parsed.hasHash(key.secretHash())).isTrue();
    }

    @Test
    void random_otherSource_isAnotherKey() {
        assertThat(AccessKey.random(new Random(1)).text())
                .isNotEqualTo(AccessKey.random(new Random(2)).text());
    }

    @Test
    void secretHash_always_isSha256OfTheSecretAlone() {
        AccessKey key = AccessKey.parse(TEXT).orElseThrow();

        assertThat(key.secretHash())
                .isEqualTo(ImageSignature.of(SECRET.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .hex());
        assertThat(key.hasHash(key.secretHash().replace('0', '1'))).isFalse();
        assertThat(key.hasHash("")).isFalse();
    }

    @Test
    void toString_always_hidesTheSecret() {
        assertThat(AccessKey.parse(TEXT).orElseThrow()).hasToString("slk_0123456789abcdef_***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "slk_0123456789abcdef_",
                "slk_0123456789ABCDEF_" + SECRET,
                "slk_../56789abcdef00_" + SECRET,
                "Slk_0123456789abcdef_" + SECRET,
                "slk_0123456789abcdef_" + SECRET + "=",
                " " + TEXT,
                TEXT + "\n",
                "slk_0123456789abcdef_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN-_\u0660"
            })
    void parse_anotherForm_isNoKey(String text) {
        assertThat(AccessKey.parse(text)).isEmpty();
    }

    @Test
    void role_covers_itselfAndThoseBefore() {
        assertThat(AccessRole.WRITE.covers(AccessRole.READ)).isTrue();
        assertThat(AccessRole.WRITE.covers(AccessRole.WRITE)).isTrue();
        assertThat(AccessRole.WRITE.covers(AccessRole.ADMIN)).isFalse();
        for (AccessRole role : AccessRole.values()) {
            assertThat(AccessRole.ofSlug(role.slug())).isEqualTo(role);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRole.ofSlug("root"))
                .withMessageContaining("root");
    }
}
