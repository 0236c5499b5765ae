package dev.sightline.blender.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "cat.jpg, cat.jpg",
        "My Cat (1).jpg, My-Cat-1-.jpg",
        "../../etc/passwd, passwd",
        "C:\\pictures\\cat.png, cat.png",
        "猫.png, png",
        ".hidden, hidden",
        "..., image",
        "folder/, image"
    })
    void sanitized_clientNames_areSafe(String clientName, String expected) {
        assertThat(FileName.sanitized(clientName).value()).isEqualTo(expected);
    }

    @Test
    void sanitized_longName_keepsItsEnd() {
        assertThat(FileName.sanitized("a".repeat(300) + ".jpg").value())
                .hasSize(100)
                .endsWith("a.jpg");
    }
}
