package dev.sightline.lab.objects;

import dev.sightline.visual.DotEvidence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tries all ways to search the boxes of two data sets; thresholds come from the first. */
record DotTrials(JudgedBoxes tuning, JudgedBoxes evaluation) {

    /** Results per box that are tried. */
    static final List<Integer> NEIGHBORS = List.of(5, 10, 25, 50);

    DotGateFindings of(List<DotCollection> collections) {
        return new DotGateFindings(collections.stream().flatMap(this::of).toList());
    }

    private Stream<DotTrial> of(DotCollection collection) {
        int most = NEIGHBORS.stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<List<DotEvidence>> tuned = tuning.searched(collection, most);
        List<List<DotEvidence>> measured = evaluation.searched(collection, most);
        return NEIGHBORS.stream()
                .flatMap(neighbors -> Arrays.stream(Conformity.values())
                        .map(conformity -> new DotSetting(collection, neighbors, conformity)))
                .map(setting -> DotTrial.of(
                        setting,
                        tuning.dots(setting, tuned),
                        evaluation.dots(setting, measured),
                        DotGateTuning.MIN_RECALL));
    }
}
