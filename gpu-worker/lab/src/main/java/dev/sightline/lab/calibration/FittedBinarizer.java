package dev.sightline.lab.calibration;

import dev.sightline.inference.BinarizerFile;
import dev.sightline.lab.calibration.CalibrationReport.Measured;
import dev.sightline.lab.features.FeatureTable;
import dev.sightline.visual.Binarizer;
import java.util.ArrayList;
import java.util.List;

/** A binarizer with the shares of its bits on the images that it was fitted to, and on images that it has not seen. */
public record FittedBinarizer(BinarizerFile file, FeatureTable table, BitShares fitted, BitShares heldOut) {

    /** One image of so many is held out. */
    private static final int HELD_OUT = 5;

    /**
     * Fits to four of five rows, in their order, and measures on the fifth.
     *
     * @throws IllegalArgumentException if the four fifths are no usable sample; see {@link Calibration#fit(String, Iterable)}
     */
    public static FittedBinarizer of(Calibration calibration, FeatureTable table) {
        List<float[]> seen = new ArrayList<>();
        List<float[]> unseen = new ArrayList<>();
        for (int i = 0; i < table.rows().length; i++) {
            (i % HELD_OUT == HELD_OUT - 1 ? unseen : seen).add(table.rows()[i]);
        }
        BinarizerFile file = calibration.fit(table.layer(), seen);
        Binarizer binarizer = file.toBinarizer();
        return new FittedBinarizer(file, table, BitShares.of(binarizer, seen), BitShares.of(binarizer, unseen));
    }

    /** What to show of it; {@code dataSet} names the images. */
    public CalibrationReport report(String dataSet) {
        return new CalibrationReport(
                dataSet,
                table.embedder(),
                file,
                List.of(new Measured("fitted", fitted), new Measured("held out", heldOut)));
    }
}
