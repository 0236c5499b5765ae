package dev.sightline.blender.receive;

import dev.sightline.blender.access.CurrentCaller;
import dev.sightline.visual.ImageCollection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cursors of the list that this request asks for: what the caller may see, the path, and all parameters but those that move on through the list.
 */
@RequestScoped
public class SealedPages {

    private static final Set<String> MOVING = Set.of("cursor", "limit");

    private final UriInfo uri;
    private final CursorSeal seal;
    private final CurrentCaller caller;

    SealedPages(@Context UriInfo uri, CursorSeal seal, CurrentCaller caller) {
        this.uri = uri;
        this.seal = seal;
        this.caller = caller;
    }

    /** What came as {@code cursor}, as this list wrote it; null: the first page. As {@link CursorSeal#open}. */
    public @Nullable String open(@Nullable String cursor) {
        return cursor == null ? null : seal.open(question(), cursor);
    }

    /** The end of a page, as clients get it; null: there is no further page. */
    public @Nullable String seal(@Nullable String next) {
        return next == null ? null : seal.seal(question(), next);
    }

    private String question() {
        Map<String, List<String>> parameters = new TreeMap<>(uri.getQueryParameters());
        parameters.keySet().removeAll(MOVING);
        String collection = caller.scope().only().map(ImageCollection::name).orElse("*");
        return "%s %s?%s".formatted(collection, uri.getPath(), parameters);
    }
}
