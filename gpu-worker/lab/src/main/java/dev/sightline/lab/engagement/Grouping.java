package dev.sightline.lab.engagement;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.ServedResult;
import dev.sightline.visual.ImageSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of a log by variant and category of the answers that they belong to. Answers in drawn order are a group of their own, {@value #DRAWN}: no
 * variant chose them. Not thread-safe while it is made.
 */
final class Grouping {

    /** The group of answers in drawn order; no variant has this name, since it has brackets. */
    static final String DRAWN = "(drawn at random)";

    private static final String NO_CATEGORY = "(none)";

    private final Map<String, AnswerServed> answers = new HashMap<>();
    private final Map<String, Map<String, UserCounts>> variants = new TreeMap<>();
    private final Map<String, Map<String, Map<String, UserCounts>>> categories = new TreeMap<>();
    private long strangers;

    Grouping(ExportedLog log) {
        log.answers().forEach(answer -> answers.put(answer.requestId(), answer));
        log.events().forEach(this::add);
    }

    private void add(EngagementEvent event) {
        AnswerServed answer = answers.get(event.requestId());
        if (answer == null) {
            strangers++;
            return;
        }
        String variant = answer.randomized() ? DRAWN : answer.variant();
        String category = category(answer, event.image());
        count(variants.computeIfAbsent(variant, name -> new HashMap<>()), event);
        count(
                categories
                        .computeIfAbsent(category, name -> new TreeMap<>())
                        .computeIfAbsent(variant, name -> new HashMap<>()),
                event);
    }

    private static void count(Map<String, UserCounts> users, EngagementEvent event) {
        users.computeIfAbsent(event.user(), user -> new UserCounts()).add(event.kind());
    }

    private static String category(AnswerServed answer, ImageSignature image) {
        return answer.results().stream()
                .filter(result -> result.image().equals(image))
                .map(ServedResult::category)
                .filter(category -> !category.isEmpty())
                .findFirst()
                .orElse(NO_CATEGORY);
    }

    /** Events of answers that the log does not have: of other queries, or logged before or lost. They are in no group. */
    long strangers() {
        return strangers;
    }

    /** By name. */
    List<Group> variants() {
        return groups(variants);
    }

    /** The variants of each category, by names. */
    Map<String, List<Group>> categories() {
        Map<String, List<Group>> all = new TreeMap<>();
        categories.forEach((category, groups) -> all.put(category, groups(groups)));
        return all;
    }

    private static List<Group> groups(Map<String, Map<String, UserCounts>> groups) {
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
