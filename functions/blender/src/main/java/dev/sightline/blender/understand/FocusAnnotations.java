package dev.sightline.blender.understand;

import dev.sightline.blender.understand.Annotation.ClassifierLabel;
import dev.sightline.blender.understand.Lookup.Outcome;
import dev.sightline.blender.understand.QueryFocus.Crop;
import dev.sightline.blender.understand.QueryFocus.ObjectFocus;
import dev.sightline.blender.understand.QueryFocus.WholeImage;
import dev.sightline.index.SearchView;
import dev.sightline.index.VisualSearch;
import dev.sightline.visual.ImageSignature;
import dev.sightline.visual.Label;
import dev.sightline.visual.ModelSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotations of each focus, and what it is a near-duplicate of: by its own labels and, in one k-NN for each focus, all beside
 * each other, by what lies near it. Whole images and crops have images as neighbours, objects have objects. Without an answer of the index
 * in time the labels alone speak, and the understanding says so.
 */
public final class FocusAnnotations {

    private final int oversample;

    public FocusAnnotations(int oversample) {
        this.oversample = oversample;
    }

    /** A focus whose annotations are not known yet, with the classifier's labels of it. */
    record LabeledFocus(QueryFocus focus, List<Label> labels) {

        LabeledFocus {
            labels = List.copyOf(labels);
        }
    }

    /** The focuses, in order, with their annotations. {@code self}: the stored image that they belong to, no neighbour of its own. */
    List<QueryFocus> annotate(
            List<LabeledFocus> focuses, @Nullable ImageSignature self, ModelSetId modelSet, QueryContext context) {
        Set<ImageSignature> exclude = self == null ? Set.of() : Set.of(self);
        List<Lookup<Neighborhood>> lookups = focuses.stream()
                .map(labeled -> Lookup.start(
                        () -> neighborhood(
                                labeled.focus(), search(labeled.focus(), modelSet, exclude, context), context),
                        context.budget()))
                .toList();
        List<QueryFocus> annotated = new ArrayList<>();
        for (int i = 0; i < focuses.size(); i++) {
            annotated.add(annotated(focuses.get(i), lookups.get(i).answerOr(Neighborhood.EMPTY), context));
        }
        return annotated;
    }

    private VisualSearch search(
            QueryFocus focus, ModelSetId modelSet, Set<ImageSignature> exclude, QueryContext context) {
        int neighbors = context.policy().annotations().neighborCount();
        return new VisualSearch(focus.embedding(), modelSet, neighbors, oversample, exclude);
    }

    /** Nothing lies near if no index is served, or one of another model set: the search says what is wrong. */
    private static Neighborhood neighborhood(QueryFocus focus, VisualSearch search, QueryContext context) {
        SearchView view = context.view();
        if (view.modelSet().filter(search.modelSet()::equals).isEmpty()) {
            return Neighborhood.EMPTY;
        }
        return switch (focus) {
            case WholeImage _ ->
                Neighborhood.ofImages(view.nearest(search), context.policy().nearDuplicate());
            case Crop _ ->
                Neighborhood.ofImages(view.nearest(search), context.policy().nearDuplicate());
            case ObjectFocus _ -> Neighborhood.ofObjects(view.nearestObjects(search));
        };
    }

    private static QueryFocus annotated(LabeledFocus labeled, Outcome<Neighborhood> near, QueryContext context) {
        List<NamedEvidence> evidence = new ArrayList<>(near.value().evidence());
        labeled.labels().stream()
                .map(label -> new NamedEvidence(label.name(), new ClassifierLabel(label.confidence())))
                .forEach(evidence::add);
        List<Annotation> annotations = new AnnotationRule(context.policy().annotations()).merge(evidence);
        Understanding before = labeled.focus().understanding();
        Understanding after = new Understanding(
                before.objects(),
                annotations,
                before.colors(),
                near.value().duplicate(),
                before.complete() && near.answered());
        return labeled.focus().with(after);
    }
}
