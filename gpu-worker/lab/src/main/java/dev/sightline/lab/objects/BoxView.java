package dev.sightline.lab.objects;

import dev.sightline.visual.Embedding;
import dev.sightline.visual.Label;
import dev.sightline.visual.NormalizedBox;
import java.util.List;

/** A part of a picture that can be found: its vectors, and what its content is said to show. */
record BoxView(NormalizedBox box, Embedding embedding, List<Label> labels) {

    BoxView {
        labels = List.copyOf(labels);
    }
}
