package dev.sightline.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a schema cannot state. Looks at documents that may have other mistakes, so that a reader hears of all at once; what is absent
 * or has the wrong type is none here.
 */
final class PolicyRules {

    private static final Duration MIN_BUDGET = Duration.ofMillis(1);
    private static final Duration MAX_BUDGET = Duration.ofSeconds(10);

    private static final String VARIANTS = "/related/experiment/variants";

    private final JsonNode document;
    private final List<PolicyMistake> mistakes = new ArrayList<>();

    private PolicyRules(JsonNode document) {
        this.document = document;
    }

    static List<PolicyMistake> mistakes(JsonNode document) {
        PolicyRules rules = new PolicyRules(document);
        rules.conformityCanBeKnown();
        rules.budgetsAreInRange();
        rules.namesOccurOnce("/categories", "no other rule");
        rules.namesOccurOnce(VARIANTS, "no other variant");
        rules.sharesSumToOne();
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
        List<String> mixes = new ArrayList<>();
        for (MixName mix : MixName.values()) {
            mixes.add("/mixes/" + mix.slug());
        }
        for (int i = 0; i < document.at(VARIANTS).size(); i++) {
            mixes.add("%s/%d/related".formatted(VARIANTS, i));
        }
        for (String mix : mixes) {
            for (CandidateSource source : CandidateSource.values()) {
                budgetIsInRange("%s/%s/budget".formatted(mix, source.slug()));
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

    private void sharesSumToOne() {
        double sum = 0;
        for (JsonNode variant : document.at(VARIANTS)) {
            sum += variant.path("share").asDouble();
        }
        if (!document.at(VARIANTS).isEmpty() && !Experiment.sumsToOne(sum)) {
            add(VARIANTS, "shares that sum to 1", String.valueOf(sum));
        }
    }

    private void namesOccurOnce(String list, String others) {
        Map<String, String> first = new HashMap<>();
        for (int i = 0; i < document.at(list).size(); i++) {
            String pointer = "%s/%d/name".formatted(list, i);
            String name = document.at(pointer).asText();
            String earlier = first.putIfAbsent(name, pointer);
            if (earlier != null) {
                add(pointer, "a name that %s has".formatted(others), "'%s', which %s has too".formatted(name, earlier));
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
        Stream<JsonNode> mixes = elements(document.path("mixes"));
        Stream<JsonNode> ofVariants = elements(document.at(VARIANTS)).map(variant -> variant.path("related"));
        return Stream.concat(mixes, ofVariants).noneMatch(mix -> mix.has(source.slug()));
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private void add(String pointer, String expected, String got) {
        mistakes.add(new PolicyMistake(pointer, expected, got));
    }
}
