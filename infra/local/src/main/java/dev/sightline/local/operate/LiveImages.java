package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.visual.ImageSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The images that live sources stand for. */
final class LiveImages {

    private static final int PAGE = 1000;

    private LiveImages() {}

    static Set<ImageSignature> of(SourceRegistry registry) {
        Set<ImageSignature> live = new HashSet<>();
        List<Source> page = registry.page("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(source -> source.liveSignature().ifPresent(live::add));
            page = registry.page(page.getLast().version().key(), PAGE);
        }
        return live;
    }
}
