package dev.sightline.blender.search;

import dev.sightline.index.SearchFilter;
import dev.sightline.policy.CandidateSource;
import java.util.List;

/** One source of candidates. Safe for all threads. */
interface Finder {

    /** Its name. */
    CandidateSource source();

    /** How much a query speaks for it. */
    Trigger trigger(Question question);

    /**
     * At most {@link Question#wanted} images that pass the filter, best first, each once. Asked only where the trigger speaks for it.
     *
     * @throws dev.sightline.visual.SightlineException as {@link dev.sightline.index.SearchView}
     */
    List<Candidate> find(Question question, SearchFilter filter);
}
