package dev.sightline.lab.search;

import dev.sightline.index.VectorBytes;
import java.util.List;

/**
 * All that is measured on one task: {@code exact} is the scan that the others are compared with, {@code hamming} the first stage alone
 * (its recall is against a scan of all codes), {@code twoStage} what the blender asks, by shortlist.
 */
record SearchFindings(
        SearchTask task, Measured exact, List<Measured> hamming, List<Measured> twoStage, VectorBytes bytes) {

    SearchFindings {
        hamming = List.copyOf(hamming);
        twoStage = List.copyOf(twoStage);
    }
}
