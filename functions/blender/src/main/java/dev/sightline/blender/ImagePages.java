package dev.sightline.blender;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.blender.catalogue.ImageListAnswer;
import dev.sightline.blender.catalogue.ListQuery;
import dev.sightline.blender.receive.SealedPages;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Images by what clients call them, and page by page. */
@Singleton
final class ImagePages {

    private final ImageLookup lookup;
    private final SealedPages pages;
    private final CurrentCaller caller;

    ImagePages(ImageLookup lookup, SealedPages pages, CurrentCaller caller) {
        this.lookup = lookup;
        this.pages = pages;
        this.caller = caller;
    }

    ImageLookup lookup() {
        return lookup;
    }

    /** A page of the catalogue. */
    ImageListAnswer page(@Nullable String state, @Nullable String limit, @Nullable String cursor) {
        ImageListAnswer page = lookup.list(ListQuery.parse(state, limit, pages.open(cursor)), caller.scope());
        return page.withNext(pages.seal(page.next()));
    }
}
