package dev.sightline.blender;

import dev.sightline.blender.catalogue.ImageCatalogue;
import dev.sightline.blender.catalogue.ImageList;
import dev.sightline.blender.catalogue.ImageListAnswer;
import dev.sightline.blender.catalogue.ImageStatus;
import dev.sightline.blender.catalogue.ListQuery;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.AccessScope;
import dev.sightline.visual.ImageSignature;
import java.time.Duration;

/** Looks up images and sources, within a budget. */
final class ImageLookup {

    private final VisualSearcher searcher;
    private final SourceRegistry registry;
    private final Duration budget;

    ImageLookup(VisualSearcher searcher, SourceRegistry registry, Duration budget) {
        this.searcher = searcher;
        this.registry = registry;
        this.budget = budget;
    }

    ImageStatus status(ImageReference reference, AccessScope scope) {
        return BoundedWork.within(
                TimeBudget.start(budget, System::nanoTime),
                () -> new ImageCatalogue(searcher.open(scope), registry).status(reference));
    }

    /** The image that answers queries under this reference. */
    ImageSignature signature(ImageReference reference, AccessScope scope) {
        return indexed(reference, scope).signature();
    }

    /** The image that answers queries under this reference, as the index knows it. */
    StoredImage indexed(ImageReference reference, AccessScope scope) {
        return BoundedWork.within(
                TimeBudget.start(budget, System::nanoTime),
                () -> new ImageCatalogue(searcher.open(scope), registry).indexed(reference));
    }

    /** A page of the catalogue. */
    ImageListAnswer list(ListQuery query, AccessScope scope) {
        return BoundedWork.within(
                TimeBudget.start(budget, System::nanoTime),
                () -> new ImageList(searcher.open(scope), registry).page(query));
    }
}
