package dev.sightline.infra;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeploymentSettingsTest {

    private static final String DOMAIN = SynthesizedStacks.DOMAIN;
    private static final PageSettings PAGE = SynthesizedStacks.PAGE;

    @Test
    void settings_withIamAuthAndNoDomain_areRefused() {
        assertThatThrownBy(() -> new DeploymentSettings(
                        Path.of(""), "u", "", "iam", "hnsw", "w", 1, 400, AccessSettings.DEFAULT, PAGE))
                .hasMessageContaining("openSearchArn");
    }

    @Test
    void settings_withUnknownMode_areRefusedWithBothValues() {
        assertThatThrownBy(() -> new DeploymentSettings(
                        Path.of(""), "u", DOMAIN, "iam", "fast", "w", 1, 400, AccessSettings.DEFAULT, PAGE))
                .hasMessageContainingAll("hnsw", "fast");
    }
}
