package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.visual.ErrorCode;
import dev.sightline.visual.ModelSet;
import dev.sightline.visual.SightlineException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/** {@link IndexGenerations} in OpenSearch: indexes, and aliases that are moved in one step. Safe for all threads. */
public final class OpenSearchIndexGenerations implements IndexGenerations {

    private final OpenSearchConnection connection;
    private final IndexNames names;
    private final IndexShape shape;
    private final RetryDelays delays = RetryDelays.ofConflicts();

    /** New generations are made in {@code shape}; existing ones keep theirs. */
    public OpenSearchIndexGenerations(OpenSearchConnection connection, IndexNames names, IndexShape shape) {
        this.connection = connection;
        this.names = names;
        this.shape = shape;
    }

    @Override
    public IndexLayout layout() {
        return layout(connection, names);
    }

    static IndexLayout layout(OpenSearchConnection connection, IndexNames names) {
        return table(connection, names).layout();
    }

    private static AliasTable table(OpenSearchConnection connection, IndexNames names) {
        OpenSearchRequest request = OpenSearchRequest.get("/%s/_alias".formatted(names.allGenerations()));
        return new AliasTable(names, connection.require(request));
    }

    @Override
    public IndexGeneration open(ModelSet modelSet) {
        for (int attempt = 1; attempt <= delays.attempts(); attempt++) {
            SortedSet<IndexGeneration> there = layout().of(modelSet.id());
            IndexGeneration next = new IndexGeneration(
                    modelSet.id(), there.isEmpty() ? 1 : there.last().number() + 1);
            Set<String> aliases = there.isEmpty() ? Set.of(names.imagesAlias(modelSet.id())) : Set.of();
            if (create(next, modelSet, aliases)) {
                return next;
            }
            delays.pauseAfter(attempt);
        }
        throw overtaken("open a generation of " + modelSet.id());
    }

    /**
     * Makes the first generation of each model set that has none, the first of all with the alias that serves it.
     *
     * @param wanted the model sets, given what there is
     * @return the layout with all of them
     */
    IndexLayout ensure(Function<IndexLayout, Set<ModelSet>> wanted) {
        AliasTable table = table(connection, names);
        IndexLayout layout = table.layout();
        boolean complete = true;
        for (ModelSet modelSet : wanted.apply(layout)) {
            if (layout.of(modelSet.id()).isEmpty()) {
                boolean first = layout.answering().isEmpty() && complete;
                create(new IndexGeneration(modelSet.id(), 1), modelSet, firstAliases(modelSet, first));
                complete = false;
            }
        }
        if (!complete) {
            table = table(connection, names);
            layout = table.layout();
        }
        settle(table, layout);
        return layout;
    }

    private Set<String> firstAliases(ModelSet modelSet, boolean served) {
        String ofModelSet = names.imagesAlias(modelSet.id());
        return served ? Set.of(ofModelSet, names.imagesAlias()) : Set.of(ofModelSet);
    }

    /** Takes the serving aliases from all but the served generation. Harmless if somebody else does the same. */
    private void settle(AliasTable table, IndexLayout layout) {
        layout.answering()
                .map(served -> new AliasActions()
                        .move(names.imagesAlias(), table, names.images(served))
                        .move(names.objectsAlias(), table, names.objects(served)))
                .filter(actions -> !actions.isEmpty())
                .ifPresent(this::swap);
    }

    @Override
    public void serve(IndexGeneration generation) {
        for (int attempt = 1; attempt <= delays.attempts(); attempt++) {
            AliasTable table = table(connection, names);
            if (!table.layout().generations().contains(generation)) {
                throw new SightlineException(
                        ErrorCode.NOT_FOUND,
                        "expected one of the generations %s, got %s"
                                .formatted(table.layout().generations(), generation));
            }
            String images = names.images(generation);
            String objects = names.objects(generation);
            AliasActions actions = new AliasActions()
                    .move(names.imagesAlias(), table, images)
                    .move(names.objectsAlias(), table, objects)
                    .move(names.imagesAlias(generation.modelSet()), table, images)
                    .move(names.objectsAlias(generation.modelSet()), table, objects);
            if (actions.isEmpty() || swap(actions)) {
                return;
            }
            delays.pauseAfter(attempt);
        }
        throw overtaken("serve " + generation);
    }

    /** Whether nobody moved these aliases, or dropped their indexes, since they were read. */
    private boolean swap(AliasActions actions) {
        OpenSearchRequest request = actions.request();
        OpenSearchReply reply = connection.ask(request);
        if (!reply.succeeded() && !reply.notFound()) {
            throw OpenSearchConnection.refused(request, reply);
        }
        return reply.succeeded();
    }

    @Override
    public void drop(IndexGeneration generation) {
        if (layout().answering().filter(generation::equals).isPresent()) {
            throw new SightlineException(
                    ErrorCode.INVALID_REQUEST,
                    "expected a generation that is not served, got %s: serve another one first".formatted(generation));
        }
        String indexes = "/%s,%s".formatted(names.images(generation), names.objects(generation));
        connection.require(new OpenSearchRequest("DELETE", indexes, Map.of("ignore_unavailable", "true"), null));
    }

    /** Whether the generation was made now: its images last, which is when it counts as being there. */
    private boolean create(IndexGeneration generation, ModelSet modelSet, Set<String> imageAliases) {
        return create(
                generation, imageAliases, IndexMapping.images(modelSet, shape), IndexMapping.objects(modelSet, shape));
    }

    boolean create(IndexGeneration generation, Set<String> imageAliases, JsonNode images, JsonNode objects) {
        String objectIndex = names.objects(generation);
        String imageIndex = names.images(generation);
        addAlias(objects, IndexNames.writes(objectIndex));
        addAlias(images, IndexNames.writes(imageIndex));
        for (String alias : imageAliases) {
            addAlias(images, alias);
            addAlias(
                    objects,
                    names.objectsAlias() + alias.substring(names.imagesAlias().length()));
        }
        connection.create(objectIndex, objects);
        return connection.create(imageIndex, images);
    }

    private static void addAlias(JsonNode body, String alias) {
        ((ObjectNode) body).withObjectProperty("aliases").putObject(alias);
    }

    private SightlineException overtaken(String what) {
        return new SightlineException(
                ErrorCode.INDEX_UNAVAILABLE,
                "cannot %s: overtaken by others %d times".formatted(what, delays.attempts()));
    }
}
