package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.Versioned;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryAccessKeyStore;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyTest {

    private static final Clock CLOCK = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path state;
    private final InMemoryAccessKeyStore store = new InMemoryAccessKeyStore();

    @BeforeEach
    void resolve() {
        state = folder.resolve("state");
    }

    @Test
    void make_first_writesARandomAdminsKeyThatItsUserAloneCanRead() throws IOException {
        AccessKey key = new LocalKey(state, store, CLOCK).make();

        Path file = LocalKey.file(state);
        assertThat(file).content().isEqualTo(key.text() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(store.find(key.id()).map(Versioned::value)).hasValueSatisfying(kept -> {
            assertThat(kept.role()).isEqualTo(AccessRole.ADMIN);
            assertThat(kept.collection()).isNull();
            assertThat(key.hasHash(kept.secretHash())).isTrue();
        });
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void make_again_keepsTheKey() {
        AccessKey first = new LocalKey(state, store, CLOCK).make();

        assertThat(new LocalKey(state, store, CLOCK).make().text()).isEqualTo(first.text());
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void make_whenTheBucketForgotIt_putsItsRecordThereAgain() {
        AccessKey first = new LocalKey(state, store, CLOCK).make();
        InMemoryAccessKeyStore empty = new InMemoryAccessKeyStore();

        assertThat(new LocalKey(state, empty, CLOCK).make().text()).isEqualTo(first.text());
        assertThat(empty.find(first.id())).isPresent();
    }

    @Test
    void make_whenTheFileIsLostOrTheKeyRevoked_makesAnother() throws IOException {
        AccessKey first = new LocalKey(state, store, CLOCK).make();
        Files.writeString(LocalKey.file(state), "nonsense");
        AccessKey second = new LocalKey(state, store, CLOCK).make();
        Versioned<?> kept = store.find(second.id()).orElseThrow();
        store.replace(store.find(second.id()).orElseThrow().value().revokedAt(Fixtures.NOW), kept.etag());
        AccessKey third = new LocalKey(state, store, CLOCK).make();

        assertThat(Stream.of(first, second, third).map(AccessKey::id).distinct())
                .hasSize(3);
        assertThat(LocalKey.require(state).text()).isEqualTo(third.text());
    }

    @Test
    void require_withoutAFile_saysWhatMakesOne() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> LocalKey.require(state))
                .withMessageContaining("./sightline up");
    }
}
