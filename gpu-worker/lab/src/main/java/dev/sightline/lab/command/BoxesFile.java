package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.ComposedPictures;
import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.scenes.Scenes;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A COCO file whose pictures lie below its own folder, whose name is theirs. */
record BoxesFile(Path file) {

    /** The pictures with their objects; those of composed scenes know their cut-outs. */
    BoxedDataSet read() {
        CocoDataset annotated = CocoDataset.read(file);
        return Files.exists(folder().resolve(Scenes.FILE))
                ? new ComposedPictures(name(), folder(), Scenes.read(folder())).annotated(annotated)
                : BoxedDataSet.of(name(), folder(), annotated);
    }

    /** Which data this is. */
    DataSet described() {
        int pictures = CocoDataset.read(file).images().size();
        try {
            String sha256 = ImageSignature.of(Files.readAllBytes(file)).hex();
            return new DataSet(name(), pictures + " pictures with boxes", sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("expected a readable file, got " + file, e);
        }
    }

    private Path folder() {
        return file.toAbsolutePath().resolveSibling("").normalize();
    }

    private String name() {
        return folder().getFileName().toString();
    }
}
