package dev.sightline.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.visual.ModelSetId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The indexes of all generations with their aliases, as OpenSearch tells them in one answer.
 *
 * <p>Two writers that are the first of two model sets may both have theirs served. The lower generation is then the served one for
 * everybody who reads the table, and the other one loses the alias at the next write.
 */
final class AliasTable {

    private final IndexNames names;
    private final Map<String, Set<String>> aliases = new HashMap<>();

    AliasTable(IndexNames names, JsonNode answer) {
        this.names = names;
        answer.properties()
                .forEach(index -> aliases.put(
                        index.getKey(),
                        index.getValue().path("aliases").properties().stream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** A generation is there once its index of images is: that is made last. */
    IndexLayout layout() {
        SortedSet<IndexGeneration> generations = all().collect(Collectors.toCollection(TreeSet::new));
        Map<ModelSetId, IndexGeneration> servedOf = new HashMap<>();
        generations.stream()
                .filter(generation -> has(names.images(generation), names.imagesAlias(generation.modelSet())))
                .forEach(generation -> servedOf.putIfAbsent(generation.modelSet(), generation));
        IndexGeneration served = generations.stream()
                .filter(generation -> has(names.images(generation), names.imagesAlias()))
                .findFirst()
                .orElse(null);
        return new IndexLayout(generations, served, servedOf);
    }

    private Stream<IndexGeneration> all() {
        return aliases.keySet().stream().map(names::generationOfImages).flatMap(Optional::stream);
    }

    /** The indexes that have an alias. */
    SortedSet<String> holders(String alias) {
        return aliases.entrySet().stream()
                .filter(index -> index.getValue().contains(alias))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean has(String index, String alias) {
        return aliases.getOrDefault(index, Set.of()).contains(alias);
    }
}
