package dev.sightline.lab.objects;

import dev.sightline.lab.detection.TrueObject;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a view comes from: its picture's file, and the names of the corpus pictures that it shows. */
record Origin(Path file, Set<String> sources) {

    Origin {
        sources = Set.copyOf(sources);
    }

    /** A view that shows these objects; equal cut-outs have one name in {@code names}. */
    static Origin of(Path file, List<TrueObject> objects, CutOutNames names) {
        return new Origin(
                file,
                objects.stream()
                        .map(TrueObject::source)
                        .filter(Objects::nonNull)
                        .map(names::of)
                        .collect(Collectors.toSet()));
    }

    /** Whether both show the same picture, or the same cut-out: then one says nothing about how the other would fare elsewhere. */
    boolean isAkinTo(Origin other) {
        return file.equals(other.file) || !Collections.disjoint(sources, other.sources);
    }
}
