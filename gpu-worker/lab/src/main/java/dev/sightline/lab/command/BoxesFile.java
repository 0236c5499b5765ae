package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CocoDataset;
import java.nio.file.Path;

/** A COCO file whose pictures lie below its own folder; {@code name} is that folder's. */
record BoxesFile(Path file) {

    Path folder() {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    String name() {
        return folder().getFileName().toString();
    }

    CocoDataset read() {
        return CocoDataset.read(file);
    }
}
