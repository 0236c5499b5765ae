package dev.sightline.local.operate;

import dev.sightline.index.Source;
import dev.sightline.index.SourceRegistry;
import dev.sightline.visual.ImageSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The images that live sources stand for. */
final class LiveImages {

    private static final int PAGE = 1000;

    private LiveImages() {}

    static Set<ImageSignature> of(SourceRegistry registry) {
        return withSources(registry).keySet();
    }

    /** Each with one of its sources; the map is the caller's. */
    static Map<ImageSignature, Source> withSources(SourceRegistry registry) {
        Map<ImageSignature, Source> live = new HashMap<>();
        List<Source> page = registry.page("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(source -> source.liveSignature().ifPresent(signature -> live.putIfAbsent(signature, source)));
            page = registry.page(page.getLast().version().key(), PAGE);
        }
        return live;
    }
}
