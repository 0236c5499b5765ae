package dev.sightline.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildVersionTest {

    private final Properties properties = new Properties();

    @Test
    void of_aCleanCheckout_isVersionAndCommit() {
        properties.setProperty("git.build.version", "1.2.3");
        properties.setProperty("git.commit.id.abbrev", "0123456789ab");
        properties.setProperty("git.dirty", "false");

        assertThat(BuildVersion.of(properties).version()).isEqualTo("1.2.3");
        assertThat(BuildVersion.of(properties).commit()).isEqualTo("0123456789ab");
        assertThat(BuildVersion.of(properties).text()).isEqualTo("1.2.3 (0123456789ab)");
    }

    @Test
    void of_aChangedCheckout_saysSo() {
        properties.setProperty("git.commit.id.abbrev", "0123456789ab");
        properties.setProperty("git.dirty", "true");

        assertThat(BuildVersion.of(properties).commit()).isEqualTo("0123456789ab+");
    }

    @Test
    void of_noCheckout_isUnknown() {
        properties.setProperty("git.commit.id.abbrev", "");
        properties.setProperty("git.dirty", "true");

        assertThat(BuildVersion.of(properties).text()).isEqualTo("unknown (unknown)");
    }

    @Test
    void of_aClassWhoseBuildWroteNoFile_isUnknown() {
        assertThat(BuildVersion.of(BuildVersion.class).text()).isEqualTo("unknown (unknown)");
    }
}
