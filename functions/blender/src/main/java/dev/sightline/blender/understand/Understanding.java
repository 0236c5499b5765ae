package dev.sightline.blender.understand;

import dev.sightline.visual.SalientColor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is understood of one focus: its objects, surest first; its annotations, surest first; its salient colours, largest share first; and
 * the known image that it is a near-duplicate of, null if there is none. For an object, {@code objects} is that object. {@code complete}:
 * false if the index did not answer in time what lies near, or which objects a stored image has: then annotations rest on the query's own
 * labels.
 */
public record Understanding(
        List<UnderstoodObject> objects,
        List<Annotation> annotations,
        List<SalientColor> colors,
        @Nullable NearDuplicate duplicate,
        boolean complete) {

    /** Nothing is understood. */
    public static final Understanding NONE = new Understanding(List.of(), List.of(), List.of(), null);

    public Understanding {
        objects = List.copyOf(objects);
        annotations = List.copyOf(annotations);
        colors = List.copyOf(colors);
    }

    /** All that there is to know. */
    public Understanding(
            List<UnderstoodObject> objects,
            List<Annotation> annotations,
            List<SalientColor> colors,
            @Nullable NearDuplicate duplicate) {
        this(objects, annotations, colors, duplicate, true);
    }

    /** The objects that may trigger Object Search. */
    public List<UnderstoodObject> relevantObjects() {
        return objects.stream().filter(UnderstoodObject::relevant).toList();
    }

    /** The known image that it is a near-duplicate of. */
    public Optional<NearDuplicate> nearDuplicate() {
        return Optional.ofNullable(duplicate);
    }
}
