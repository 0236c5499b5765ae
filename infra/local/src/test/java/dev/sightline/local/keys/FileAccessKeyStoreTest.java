package dev.sightline.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.testkit.AccessKeyStoreContract;
import dev.sightline.testkit.AccessKeys;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccessKeyStoreTest extends AccessKeyStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected AccessKeyStore store() {
        return new FileAccessKeyStore(folder.resolve("keys.json"));
    }

    @Test
    void file_always_holdsNoSecret() throws IOException {
        AccessKey key = AccessKeys.aKey(1);
        store().create(AccessKeys.aRecord(key, AccessRole.WRITE));

        assertThat(folder.resolve("keys.json"))
                .content()
                .startsWith("[ {")
                .contains(key.id(), key.secretHash())
                .doesNotContain(key.text().substring(21));
    }

    @Test
    void list_ofAnotherFile_isRefused() throws IOException {
        Files.writeString(folder.resolve("keys.json"), "{}");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> store().list())
                .withMessageContaining("keys.json");
    }
}
