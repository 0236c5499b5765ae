package dev.sightline.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local folder of bundles that come from elsewhere.
 *
 * <p>A bundle is in it complete and verified, or not at all: it is fetched into a folder beside, checked against the hashes of its
 * description, then renamed. One that is there is used again as long as the source's {@code bundle.json} and {@code binarizer.json} are
 * the same, byte for byte, and its files still have their hashes. For one process at a time. Ours.
 */
public record BundleCache(Path folder) {

    private static final String PARTIAL = ".partial-";

    /** Files that are small and fetched at each start, to see whether anything changed; the second may be absent. */
    private static final List<String> DESCRIPTIONS = List.of(BundleFiles.DESCRIPTION, BinarizerFile.FILE);

    /**
     * Brings these bundles up to date, and gives the folder that holds them.
     *
     * @throws dev.sightline.visual.SightlineException with {@code INVALID_MODEL_BUNDLE} if one is missing or not what its description
     *     says, or with {@code STORAGE_UNAVAILABLE} if the source does not answer
     * @throws UncheckedIOException if the cache's folder cannot be written
     */
    public Path fetch(BundleSource source, Collection<String> bundles) {
        try {
            Files.createDirectories(folder);
            removeLeftovers();
            for (String bundle : bundles) {
                fetch(source, BundleFiles.requirePlainName(bundle));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model cache " + folder, e);
        }
    }

    private void fetch(BundleSource source, String bundle) throws IOException {
        Path partial = Files.createTempDirectory(folder, PARTIAL);
        try {
            for (String file : DESCRIPTIONS) {
                source.copy(bundle, file, partial.resolve(file));
            }
            Path cached = folder.resolve(bundle);
            if (!isCurrent(cached, partial)) {
                fetchFiles(source, bundle, partial);
                ModelBundle.read(partial);
                remove(cached);
                Files.move(partial, cached, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            remove(partial);
        }
    }

    private static void fetchFiles(BundleSource source, String bundle, Path partial) throws IOException {
        if (Files.notExists(partial.resolve(BundleFiles.DESCRIPTION))) {
            throw ModelBundle.invalid("expected a %s in %s".formatted(BundleFiles.DESCRIPTION, source.nameOf(bundle)));
        }
        for (String file : BundleFile.read(partial).files()) {
            if (!source.copy(bundle, file, partial.resolve(file))) {
                throw ModelBundle.invalid("expected a %s in %s".formatted(file, source.nameOf(bundle)));
            }
        }
    }

    private static boolean isCurrent(Path cached, Path fresh) throws IOException {
        for (String file : DESCRIPTIONS) {
            if (!isSame(cached.resolve(file), fresh.resolve(file))) {
                return false;
            }
        }
        return Files.exists(cached) && BundleFile.read(cached).isIntact(cached);
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        boolean both = Files.exists(one) && Files.exists(other);
        return both ? Files.mismatch(one, other) < 0 : Files.notExists(one) && Files.notExists(other);
    }

    /** Folders of fetches that were killed. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(BundleCache::isPartial).toList()) {
                remove(entry);
            }
        }
    }

    private static boolean isPartial(Path entry) {
        return String.valueOf(entry.getFileName()).startsWith(PARTIAL);
    }

    private static void remove(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(tree)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
