package dev.sightline.blender;

import dev.sightline.blender.catalogue.ImageCatalogue;
import dev.sightline.blender.dots.DotSelection;
import dev.sightline.blender.dots.ImageDots;
import dev.sightline.blender.receive.ImageReference;
import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.QueryContext;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.SourceRegistry;
import dev.sightline.index.StoredImage;
import dev.sightline.index.VisualSearcher;
import dev.sightline.policy.Policies;
import dev.sightline.visual.AccessScope;
import java.time.Duration;

/** The way from an image's id to its dots, over one view of the index and by one policy. */
final class DotDiscovery {

    private final VisualSearcher searcher;
    private final SourceRegistry registry;
    private final Policies policies;
    private final DotSelection selection;
    private final Duration budget;

    DotDiscovery(
            VisualSearcher searcher,
            SourceRegistry registry,
            Policies policies,
            DotSelection selection,
            Duration budget) {
        this.searcher = searcher;
        this.registry = registry;
        this.policies = policies;
        this.selection = selection;
        this.budget = budget;
    }

    ImageDots dots(ImageReference reference, AccessScope scope) {
        TimeBudget time = TimeBudget.start(budget, System::nanoTime);
        return BoundedWork.within(time, () -> dots(reference, scope, time));
    }

    private ImageDots dots(ImageReference reference, AccessScope scope, TimeBudget time) {
        QueryContext context = new QueryContext(searcher.open(scope), policies.current(), time);
        ImageCatalogue catalogue = new ImageCatalogue(context.view(), registry);
        StoredImage image = catalogue.indexed(reference);
        return selection.select(image, catalogue.objects(image), context);
    }
}
