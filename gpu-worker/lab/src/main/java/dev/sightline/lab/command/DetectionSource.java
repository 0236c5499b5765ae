package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.scenes.DetectionData;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures with known boxes come from: the COCO {@code files} that the user names; without them the photographs that the launcher
 * fetched below {@code cache}, and scenes composed of the cut-outs in {@code cutOuts} with {@code seed}.
 */
record DetectionSource(List<Path> files, @Nullable Path cutOuts, Path cache, long seed) {

    DetectionSource {
        files = List.copyOf(files);
    }

    /** Whether there are any. */
    boolean isThere() {
        return !files.isEmpty() || (cutOuts != null && Files.isDirectory(cutOuts) && isPrepared());
    }

    private boolean isPrepared() {
        Path corpora = cache.resolve("corpus");
        return Files.exists(corpora.resolve("photos").resolve(DetectionData.PHOTOS_FILE))
                && Files.isDirectory(corpora.resolve("backgrounds"));
    }

    /** Reads all; composes the scenes if they are not there yet. */
    List<DetectionData> read() {
        return files.isEmpty() && cutOuts != null
                ? DetectionData.prepared(cache, cutOuts, seed)
                : files.stream().map(DetectionSource::read).toList();
    }

    /** Which data these are. */
    static DataSet described(DetectionData data) {
        byte[] content = data.dataset().toString().getBytes(StandardCharsets.UTF_8);
        return new DataSet(
                data.name(),
                "%d pictures with known boxes".formatted(data.dataset().images().size()),
                ImageSignature.of(content).hex());
    }

    /** A file's pictures lie below its own folder, whose name is theirs. */
    private static DetectionData read(Path file) {
        Path folder = file.toAbsolutePath().resolveSibling("").normalize();
        return new DetectionData(folder.getFileName().toString(), folder, CocoDataset.read(file));
    }
}
