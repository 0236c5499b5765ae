package dev.sightline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTextsTest {

    @Test
    void texts_absent_areEmpty() {
        assertThat(CatalogueTexts.title(null)).isEmpty();
        assertThat(CatalogueTexts.description("  ")).isEmpty();
        assertThat(CatalogueTexts.link(null)).isEmpty();
    }

    @Test
    void texts_good_areKeptWithoutOuterSpace() {
        assertThat(CatalogueTexts.title(" é 椅子 🪑 ")).isEqualTo("é 椅子 🪑");
        assertThat(CatalogueTexts.name("Porch")).isEqualTo("Porch");
        assertThat(CatalogueTexts.description("one\r\n\ttwo")).isEqualTo("one\r\n\ttwo");
        assertThat(CatalogueTexts.link("HTTPS://shop.example/a?b=c#d")).isEqualTo("HTTPS://shop.example/a?b=c#d");
    }

    @Test
    void texts_ofExactlyTheLimit_areAccepted_oneMoreIsRefused() {
        String link = "https://shop.example/";
        String chair = "🪑";
        assertThat(CatalogueTexts.title(chair.repeat(200))).hasSize(400);
        assertThat(CatalogueTexts.name("n".repeat(100))).hasSize(100);
        assertThat(CatalogueTexts.description("d".repeat(2000))).hasSize(2000);
        assertThat(CatalogueTexts.link(link + "x".repeat(2000 - link.length()))).hasSize(2000);

        refused(() -> CatalogueTexts.title(chair.repeat(201)), "at most 200 characters in title, got 201");
        refused(() -> CatalogueTexts.name("n".repeat(101)), "at most 100 characters in name, got 101");
        refused(() -> CatalogueTexts.description("d".repeat(2001)), "at most 2000");
        refused(() -> CatalogueTexts.link(link + "x".repeat(2001 - link.length())), "at most 2000");
    }

    @Test
    void name_empty_isRefused() {
        refused(() -> CatalogueTexts.name(" \t"), "expected a name");
        refused(() -> CatalogueTexts.name(null), "expected a name");
    }

    @Test
    void texts_withControlCharacters_areRefused() {
        refused(() -> CatalogueTexts.title("a\nb"), "U+000A");
        refused(() -> CatalogueTexts.name("a\u0000b"), "U+0000");
        refused(() -> CatalogueTexts.description("a\u001bb"), "U+001B");
        refused(() -> CatalogueTexts.description("a\ud83e"), "U+D83E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://shop.example/",
                "//shop.example/",
                "shop.example",
                "http:///chairs",
                "http://shop.example/a b",
                "file:///etc/passwd"
            })
    void link_thatIsNoWebAddress_isRefused(String link) {
        refused(() -> CatalogueTexts.link(link), "http or https");
    }

    private static void refused(ThrowingCallable text, String reason) {
        assertThatExceptionOfType(SightlineException.class)
                .isThrownBy(text)
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
}
