package dev.sightline.blender;

import dev.sightline.blender.catalogue.ImageCatalogue;
import dev.sightline.blender.catalogue.ImageStatus;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;

/** Looks up the state of an image or of a source, within a budget. */
final class ImageLookup {

    private final VisualSearcher searcher;
    private final SourceRegistry registry;
    private final Duration budget;

    ImageLookup(VisualSearcher searcher, SourceRegistry registry, Duration budget) {
        this.searcher = searcher;
        this.registry = registry;
        this.budget = budget;
    }

    ImageStatus status(ImageReference reference) {
        return BoundedWork.within(
                TimeBudget.start(budget, System::nanoTime),
                () -> new ImageCatalogue(searcher.open(), registry).status(reference));
    }

    /** The image that answers queries under this reference. */
    ImageSignature signature(ImageReference reference) {
        return BoundedWork.within(
                TimeBudget.start(budget, System::nanoTime),
                () -> new ImageCatalogue(searcher.open(), registry)
                        .indexed(reference)
                        .signature());
    }
}
