package dev.sightline.worker;

import dev.sightline.inference.AnalysisModels;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.ModelSetId;
import dev.sightline.visual.SightlineException;
import java.util.List;

/**
 * The models of the current set and, while the system is switched to another, those of the next. They live as long as the process.
 *
 * @param next none or one
 */
record LoadedModels(AnalysisModels current, List<AnalysisModels> next) {

    LoadedModels {
        next = List.copyOf(next);
        next.forEach(other -> requireDifferent(current.modelSet(), other.modelSet()));
    }

    /** All sets, the current one first. */
    List<AnalysisModels> all() {
        return next.isEmpty() ? List.of(current) : List.of(current, next.getFirst());
    }

    /** What the worker tells about them. */
    WorkerModels described() {
        return new WorkerModels(
                current.modelSet(),
                current.queryDetector(),
                next.stream().map(AnalysisModels::modelSet).toList());
    }

    /**
     * Refuses a next set under which every image would be analyzed a second time for nothing.
     *
     * @throws SightlineException with {@code MODEL_SET_MISMATCH}; the message names both ids
     */
    static void requireDifferent(ModelSet current, ModelSet next) {
        ModelSetId id = current.id();
        if (next.id().equals(id)) {
            throw new SightlineException(
                    ErrorCode.MODEL_SET_MISMATCH,
                    "expected a next model set other than the current one, %s, got %s: unset SIGHTLINE_NEXT_*"
                            .formatted(id, next.id()));
        }
    }
}
