package dev.sightline.local.system;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.storage.AccessKeyStore;
import dev.sightline.storage.Versioned;
import dev.sightline.visual.AccessKey;
import dev.sightline.visual.AccessRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * This machine's own key of the API, an admin's: random, in a file of the state folder that its user alone can read. The launcher and the page's
 * server send it. It lives as long as the state folder; the bucket gets its record again whenever it lost it.
 */
public final class LocalKey {

    private static final String NAME = "this machine";

    private final Path state;
    private final AccessKeyStore store;
    private final Clock clock;

    LocalKey(Path state, AccessKeyStore store, Clock clock) {
        this.state = state;
        this.store = store;
        this.clock = clock;
    }

    /** Where it lies. */
    public static Path file(Path state) {
        return state.resolve("access-key");
    }

    /** The key, if it was made. */
    public static Optional<AccessKey> read(Path state) {
        Path file = file(state);
        try {
            return Files.exists(file) ? AccessKey.parse(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    /** The key. */
    public static AccessKey require(Path state) {
        return read(state)
                .orElseThrow(() -> new LauncherException(
                        "no key of the API in %s; ./sightline up makes one".formatted(file(state))));
    }

    /** Makes sure that there is one that opens the API. */
    AccessKey make() {
        return read(state).filter(this::opens).orElseGet(this::renewed);
    }

    private boolean opens(AccessKey key) {
        Optional<AccessKeyRecord> kept = store.find(key.id()).map(Versioned::value);
        return kept.isEmpty()
                ? store.create(record(key))
                : kept.filter(record -> key.hasHash(record.secretHash()) && record.isUsableAt(clock.instant()))
                        .isPresent();
    }

    private AccessKey renewed() {
        AccessKey key = AccessKey.random(new SecureRandom());
        store.create(record(key));
        write(key);
        return key;
    }

    private AccessKeyRecord record(AccessKey key) {
        return AccessKeyRecord.of(key, NAME, AccessRole.ADMIN, null, clock.instant());
    }

    /** The file is never there without its rights, or with half of its text. */
    private void write(AccessKey key) {
        Path file = file(state);
        try {
            Files.createDirectories(state);
            Path draft = Files.createTempFile(
                    state,
                    "access-key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, key.text() + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherException("cannot write " + file, e);
        }
    }
}
