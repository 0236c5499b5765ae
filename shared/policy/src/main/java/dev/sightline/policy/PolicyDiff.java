package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What makes one policy differ from another, whatever they are called: the places, in the order of the document, and what they mean
 * for the shares of the sources.
 */
public record PolicyDiff(String before, String after, List<PolicyChange> changes, List<ShareChange> shares) {

    private static final String VERSION = "version";
    private static final String CATEGORIES = "categories";
    private static final String VARIANTS = "variants";

    public PolicyDiff {
        changes = List.copyOf(changes);
        shares = List.copyOf(shares);
    }

    /** Compares two policies. */
    public static PolicyDiff between(BlenderPolicy before, BlenderPolicy after) {
        List<PolicyChange> changes = new ArrayList<>();

        compare("", byName(before), byName(after), changes);
        compareOrder(CATEGORIES, names(before), names(after), changes);
        compareOrder("related.experiment." + VARIANTS, variants(before), variants(after), changes);
        return new PolicyDiff(before.version(), after.version(), changes, MixShares.changes(before, after));
    }

    /** Whether both make the same answers. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The document with its rules and variants under their names, so that one more is one change. */
    private static ObjectNode byName(BlenderPolicy policy) {
        ObjectNode document = PolicyWriter.write(policy);
        document.remove(VERSION);
        nameElements(document, CATEGORIES);
        nameElements((ObjectNode) document.at("/related/experiment"), VARIANTS);
        return document;
    }

    private static void nameElements(ObjectNode parent, String field) {
        JsonNode elements = parent.remove(field);
        ObjectNode named = parent.putObject(field);
        elements.forEach(element -> {
            ObjectNode content = element.deepCopy();
            content.remove("name");
            named.set(element.path("name").asText(), content);
        });
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<PolicyChange> changes) {
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name ->
                    compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), changes));
        } else if (before.isArray() && after.isArray()) {
            compareWords(path, words(before), words(after), changes);
        } else if (before.isMissingNode()) {
            changes.add(new PolicyChange(path, null, text(after)));
        } else if (after.isMissingNode()) {
            changes.add(new PolicyChange(path, text(before), null));
        } else if (!before.equals(after)) {
            changes.add(new PolicyChange(path, text(before), text(after)));
        }
    }

    private static void compareWords(String path, List<String> before, List<String> after, List<PolicyChange> changes) {
        before.stream()
                .filter(word -> !after.contains(word))
                .forEach(word -> changes.add(new PolicyChange(path, word, null)));
        after.stream()
                .filter(word -> !before.contains(word))
                .forEach(word -> changes.add(new PolicyChange(path, null, word)));
    }

    /**
     * The first rule that fits counts, requests without user get the first variant, and places of users follow the order: so the order of those
     * in both is a choice too.
     */
    private static void compareOrder(String path, List<String> before, List<String> after, List<PolicyChange> changes) {
        List<String> left = new ArrayList<>(before);
        List<String> right = new ArrayList<>(after);
        left.retainAll(after);
        right.retainAll(before);
        if (!left.equals(right)) {
            changes.add(new PolicyChange(path + " (order)", String.join(", ", left), String.join(", ", right)));
        }
    }

    private static List<String> names(BlenderPolicy policy) {
        return policy.categories().stream().map(CategoryRule::name).toList();
    }

    private static List<String> variants(BlenderPolicy policy) {
        return policy.related().experiment().variants().stream()
                .map(Variant::name)
                .toList();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
