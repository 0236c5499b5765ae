package dev.sightline.local.operate;

import dev.sightline.index.IndexProbe;
import dev.sightline.index.IndexProbe.Held;
import dev.sightline.visual.ImageSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a generation holds now. */
final class GenerationContents {

    private static final int PAGE = 1000;

    private GenerationContents() {}

    /** Its images, each with the number of its objects; sees every write that was acknowledged before. */
    static Map<ImageSignature, Integer> of(IndexProbe probe) {
        probe.refresh();
        Map<ImageSignature, Integer> contents = new HashMap<>();
        List<Held> page = probe.contents(null, PAGE);
        while (!page.isEmpty()) {
            page.forEach(held -> contents.put(held.signature(), held.objects()));
            page = probe.contents(page.getLast().signature(), PAGE);
        }
        return contents;
    }
}
