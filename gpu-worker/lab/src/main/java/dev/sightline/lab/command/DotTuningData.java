package dev.sightline.lab.command;

import dev.sightline.lab.corpus.CocoDataset;
import dev.sightline.lab.corpus.LabelledFolder;
import dev.sightline.lab.corpus.LabelledImage;
import dev.sightline.lab.detection.BoxedDataSet;
import dev.sightline.lab.detection.BoxedHalves;
import dev.sightline.lab.report.Provenance.DataSet;
import dev.sightline.lab.scenes.DetectionData;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.SightlineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What dots are tuned on: annotated pictures in two halves, and labelled pictures to search among. */
record DotTuningData(DataSet described, BoxedHalves halves, List<LabelledImage> labelled) {

    /** Fewer pictures say nothing about thresholds, nor about the half that is to judge them. */
    static final int FEWEST = 20;

    DotTuningData {
        labelled = List.copyOf(labelled);
    }

    /**
     * The scenes that are composed of the labelled pictures {@code corpus}, which are also searched among.
     *
     * @throws SightlineException if the backgrounds were not fetched
     */
    static DotTuningData composed(Path corpus, Path cache, long seed) {
        var source = new DetectionSource(List.of(), corpus, cache, seed);
        if (!source.isThere()) {
            throw refused("expected photographs and backgrounds in %s: start with ./sightline".formatted(cache));
        }
        DetectionData scenes = source.read().getLast();
        return new DotTuningData(
                DetectionSource.described(scenes),
                halves(scenes, seed),
                LabelledFolder.read(corpus).images());
    }

    /**
     * The user's pictures below {@code folder}, with the boxes of a COCO file. Boxes are searched among those of the tuning half.
     *
     * @throws SightlineException if there are too few
     */
    static DotTuningData annotated(Path folder, Path truth, long seed) {
        Path root = folder.toAbsolutePath().normalize();
        String name =
                Optional.ofNullable(root.getFileName()).map(Path::toString).orElse("pictures");
        var pictures = new DetectionData(name, root, CocoDataset.read(truth));
        BoxedHalves halves = halves(pictures, seed);
        return new DotTuningData(
                DetectionSource.described(pictures),
                halves,
                halves.tuning().files().stream()
                        .map(file -> labelled(root, file))
                        .toList());
    }

    /** The folder of a picture is its board; one that lies in none has no label. */
    private static LabelledImage labelled(Path root, Path file) {
        Path name = root.relativize(file.normalize());
        String label = Optional.ofNullable(name.getParent())
                .map(parent -> parent.getName(0).toString())
                .orElse("");
        return new LabelledImage(file, label, name.toString());
    }

    private static BoxedHalves halves(DetectionData data, long seed) {
        BoxedDataSet dataSet = BoxedDataSet.of(data.name(), data.folder(), data.dataset());
        int pictures = dataSet.pictures().size();
        if (pictures < FEWEST) {
            throw refused("expected at least %d annotated pictures to tune on, got %d in %s"
                    .formatted(FEWEST, pictures, data.name()));
        }
        return BoxedHalves.of(dataSet, seed);
    }

    private static SightlineException refused(String message) {
        return new SightlineException(ErrorCode.INVALID_REQUEST, message);
    }
}
