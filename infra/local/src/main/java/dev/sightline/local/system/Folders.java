package dev.sightline.local.system;

import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of the launcher's own. */
final class Folders {

    private Folders() {}

    /** Deletes a folder with all that is in it; nothing happens if there is none. Links are not followed. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LauncherException("cannot delete %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Makes {@code target} a copy of {@code source}; what was there is gone. */
    static void replace(Path source, Path target) {
        delete(target);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.toAbsolutePath().getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new LauncherException("cannot copy %s to %s: %s".formatted(source, target, e.getMessage()), e);
        }
    }
}
