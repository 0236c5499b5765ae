package dev.sightline.blender.search;

import dev.sightline.blender.receive.Refinement;
import dev.sightline.blender.understand.PoolSize;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.QueryFocus;
import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.index.SearchFilter;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearch;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.CategoryRule;
import dev.sightline.visual.Embedding;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sources are asked about one focus. {@code rule}: the rule of the category that the query is of; null if it is of none. */
record Question(
        UnderstoodQuery understood,
        QueryFocus focus,
        QueryContext context,
        @Nullable CategoryRule rule) {

    SearchView view() {
        return context.view();
    }

    BlenderPolicy policy() {
        return context.policy();
    }

    /** The results that a group is mixed of. */
    int limit() {
        return PoolSize.of(understood.query(), policy());
    }

    /** The candidates of a source: half as many again as results, for those that collapse with near-duplicates and for other sources' lack. */
    int wanted() {
        return limit() + (limit() + 1) / 2;
    }

    /** The image that the query starts from is no answer to itself, nor are those that the client leaves out. */
    Set<ImageSignature> exclude() {
        Set<ImageSignature> excluded = new HashSet<>(refinement().exclude());
        understood.queryImage().ifPresent(excluded::add);
        return excluded;
    }

    /** How the client narrows the question. */
    SearchFilter filter() {
        return new SearchFilter(
                Set.copyOf(refinement().tags()),
                refinement().category(),
                refinement().color(),
                refinement().collection());
    }

    private Refinement refinement() {
        return understood.query().refinement();
    }

    List<String> preferredWords() {
        return rule == null ? List.of() : rule.preferredWords();
    }

    /** A question to vectors of the query's model set. */
    VisualSearch near(Embedding embedding, int limit, int oversample, SearchFilter filter) {
        return new VisualSearch(embedding, understood.modelSet(), limit, oversample, exclude(), filter);
    }
}
