package dev.sightline.lab.objects;

import dev.sightline.policy.DotEvidenceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All ways that were tried to choose dots, over the same boxes. */
record DotGateFindings(List<DotTrial> trials) {

    DotGateFindings {
        trials = List.copyOf(trials);
    }

    /** The one whose gate is most precise on the tuning data, among those that can be served; of equal ones the first. */
    DotTrial chosen() {
        return best(trial -> true).orElseThrow();
    }

    /** The same for each kind of evidence. */
    List<DotTrial> bestOfKinds() {
        return Arrays.stream(DotEvidenceKind.values())
                .flatMap(kind -> best(trial -> trial.setting().collection().kind() == kind).stream())
                .toList();
    }

    private Optional<DotTrial> best(Predicate<DotTrial> wanted) {
        return trials.stream()
                .filter(wanted)
                .filter(trial -> trial.setting().isServed())
                .reduce((a, b) ->
                        Comparator.comparingDouble(DotTrial::tunedPrecision).compare(a, b) >= 0 ? a : b);
    }

    DotChoice open() {
        return DotChoice.open(trials.getFirst());
    }

    DotChoice confident() {
        return DotChoice.confident(trials.getFirst(), DotGateTuning.MIN_RECALL);
    }

    DotChoice gated(DotTrial trial) {
        return DotChoice.of(trial.words(), trial, trial.gate());
    }

    /** The best gate of each kind of evidence, and gates of the chosen one's signals one by one. */
    List<DotChoice> gated() {
        List<DotChoice> choices = new ArrayList<>();
        bestOfKinds().forEach(trial -> choices.add(gated(trial)));
        DotTrial chosen = chosen();
        Stream.of(DotGateSweep.Signals.values())
                .filter(signals -> signals != DotGateSweep.Signals.ALL)
                .map(signals -> DotChoice.of(
                        "the chosen, " + signals.words(),
                        chosen,
                        DotGateSweep.of(chosen.tuning(), signals).best(DotGateTuning.MIN_RECALL)))
                .forEach(choices::add);
        return choices;
    }

    JudgedDots tuning() {
        return trials.getFirst().tuning();
    }

    JudgedDots evaluation() {
        return trials.getFirst().evaluation();
    }
}
