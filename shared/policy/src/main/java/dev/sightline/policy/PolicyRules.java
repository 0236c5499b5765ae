package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a schema cannot state. Looks at documents that may have other mistakes, so that a reader hears of all at once; what is absent
 * or has the wrong type is none here.
 */
final class PolicyRules {

    private static final Duration MIN_BUDGET = Duration.ofMillis(1);
    private static final Duration MAX_BUDGET = Duration.ofSeconds(10);

    private final JsonNode document;
    private final List<PolicyMistake> mistakes = new ArrayList<>();

    private PolicyRules(JsonNode document) {
        this.document = document;
    }

    static List<PolicyMistake> mistakes(JsonNode document) {
        PolicyRules rules = new PolicyRules(document);
        rules.conformityCanBeKnown();
        rules.budgetsAreInRange();
        rules.namesOccurOnce();
        JsonNode categories = document.path("categories");
        for (int i = 0; i < categories.size(); i++) {
            rules.categoryMeansSomething("/categories/" + i, categories.get(i));
        }
        return rules.mistakes;
    }

    private void conformityCanBeKnown() {
        JsonNode neighbors = document.at("/dots/neighbors");
        JsonNode minCategorized = document.at("/dots/minCategorized");
        if (neighbors.isInt() && minCategorized.isInt() && minCategorized.asInt() > neighbors.asInt()) {
            add(
                    "/dots/minCategorized",
                    "at most %d, the number of neighbors, or no conformity is ever known".formatted(neighbors.asInt()),
                    minCategorized.asText());
        }
    }

    private void budgetsAreInRange() {
        for (MixName mix : MixName.values()) {
            for (CandidateSource source : CandidateSource.values()) {
                budgetIsInRange("/mixes/%s/%s/budget".formatted(mix.slug(), source.slug()));
            }
        }
    }

    private void budgetIsInRange(String pointer) {
        String text = document.at(pointer).asText();
        try {
            Duration budget = Duration.parse(text);
            if (budget.compareTo(MIN_BUDGET) < 0 || budget.compareTo(MAX_BUDGET) > 0) {
                add(pointer, "%s to %s".formatted(MIN_BUDGET, MAX_BUDGET), text);
            }
        } catch (DateTimeParseException e) {
            // The schema says so already.
        }
    }

    private void namesOccurOnce() {
        Map<String, String> first = new HashMap<>();
        JsonNode categories = document.path("categories");
        for (int i = 0; i < categories.size(); i++) {
            String pointer = "/categories/%d/name".formatted(i);
            String name = document.at(pointer).asText();
            String earlier = first.putIfAbsent(name, pointer);
            if (earlier != null) {
                add(pointer, "a name that no other rule has", "'%s', which %s has too".formatted(name, earlier));
            }
        }
    }

    private void categoryMeansSomething(String pointer, JsonNode category) {
        if (!category.isObject()) {
            return;
        }
        if (isEmpty(category, "objectCategories") && isEmpty(category, "annotations")) {
            add(pointer, "objectCategories or annotations, by which a query fits", "neither: the rule never applies");
        }
        if (isEmpty(category, "weights") && isEmpty(category, "preferredWords")) {
            add(pointer, "weights or preferredWords, which the rule changes", "neither: the rule does nothing");
        }
        for (CandidateSource source : CandidateSource.values()) {
            if (category.path("weights").has(source.slug()) && isOff(source)) {
                add("%s/weights/%s".formatted(pointer, source.slug()), "a source that a mix has", "one that is off");
            }
        }
        if (!isEmpty(category, "preferredWords") && isOff(CandidateSource.IMAGE_SEARCH)) {
            add(pointer + "/preferredWords", "none while no mix has image-search", "words that no search looks for");
        }
    }

    private static boolean isEmpty(JsonNode node, String field) {
        return node.path(field).isEmpty();
    }

    private boolean isOff(CandidateSource source) {
        return StreamSupport.stream(document.path("mixes").spliterator(), false)
                .noneMatch(mix -> mix.has(source.slug()));
    }

    private void add(String pointer, String expected, String got) {
        mistakes.add(new PolicyMistake(pointer, expected, got));
    }
}
