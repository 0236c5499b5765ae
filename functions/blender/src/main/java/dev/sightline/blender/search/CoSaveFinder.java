package dev.sightline.blender.search;

import dev.sightline.blender.search.Candidate.CoSaved;
import dev.sightline.index.CoSavedImage;
import dev.sightline.index.PinIndex;
import dev.sightline.index.SearchFilter;
import dev.sightline.policy.CandidateSource;
import java.util.List;

/**
 * Images that people saved to the same boards as the query image or as its near-duplicate, none of which is an answer. The filter is not
 * applied: queries about an indexed image as a whole have none.
 *
 * <p>Paper: a random walk over the graph of boards and pins. Ours: boards in common, corrected for popular images.
 */
final class CoSaveFinder implements Finder {

    private final PinIndex pins;

    CoSaveFinder(PinIndex pins) {
        this.pins = pins;
    }

    @Override
    public CandidateSource source() {
        return CandidateSource.CO_SAVE;
    }

    @Override
    public Trigger trigger(Question question) {
        return KnownQuery.trigger(question);
    }

    @Override
    public List<Candidate> find(Question question, SearchFilter filter) {
        List<CoSavedImage> saved = pins.coSaved(KnownQuery.images(question), question.wanted(), question.exclude());
        return KnownQuery.candidates(
                question, saved, CoSavedImage::image, found -> new CoSaved(found.boards(), found.score()));
    }
}
