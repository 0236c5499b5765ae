package dev.sightline.index;

import dev.sightline.visual.AccessScope;

/** {@link VisualSearcher} in OpenSearch: looks up which generation is served, and then asks its indexes by name. Safe for all threads. */
public final class OpenSearchVisualSearcher implements VisualSearcher {

    private final OpenSearchConnection connection;
    private final IndexNames names;

    public OpenSearchVisualSearcher(OpenSearchConnection connection, IndexNames names) {
        this.connection = connection;
        this.names = names;
    }

    @Override
    public SearchView open(AccessScope scope) {
        return OpenSearchIndexGenerations.layout(connection, names)
                .answering()
                .<SearchView>map(generation -> new OpenSearchView(connection, names, generation, scope))
                .orElseGet(() -> new EmptySearchView(scope));
    }

    @Override
    public SearchView open(IndexGeneration generation) {
        return new OpenSearchView(connection, names, generation, AccessScope.ALL);
    }
}
