package dev.sightline.blender;

import dev.sightline.blender.understand.BoundedWork;
import dev.sightline.blender.understand.TimeBudget;
import dev.sightline.index.VisualSearcher;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Asks the index once at start, so that connecting and loading code do not use up the budget of the first query. */
final class WarmUp {

    private static final Logger LOG = System.getLogger(WarmUp.class.getName());

    /** A start is not held up for longer: queries say themselves that the index is away. */
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private WarmUp() {}

    static WarmUp of(VisualSearcher searcher) {
        try {
            var sizes = BoundedWork.within(
                    TimeBudget.start(AT_MOST, System::nanoTime),
                    () -> searcher.open().sizes());
            LOG.log(Level.INFO, "the index holds {0} images and {1} objects", sizes.images(), sizes.objects());
        } catch (SightlineException e) {
            LOG.log(Level.WARNING, "the index does not answer yet: {0}", e.getMessage());
        }
        return new WarmUp();
    }
}
