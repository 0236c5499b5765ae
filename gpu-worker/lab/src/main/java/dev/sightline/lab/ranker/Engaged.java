package dev.sightline.lab.ranker;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.ServedResult;
import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.visual.ImageSignature;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users did with each result of each answer. Not thread-safe while it is made, immutable afterwards. */
final class Engaged {

    private static final Set<EngagementKind> LIKED = EnumSet.of(EngagementKind.SAVE, EngagementKind.LONG_CLICK);

    private final Map<Shown, Set<EngagementKind>> kinds = new HashMap<>();

    Engaged(List<EngagementEvent> events) {
        for (EngagementEvent event : events) {
            kinds.computeIfAbsent(
                            new Shown(event.requestId(), event.image()), shown -> EnumSet.noneOf(EngagementKind.class))
                    .add(event.kind());
        }
    }

    static Engaged of(ExportedLog log) {
        return new Engaged(log.events());
    }

    /** Saved or long-clicked. */
    boolean liked(AnswerServed answer, ServedResult result) {
        return kinds(answer, result).stream().anyMatch(LIKED::contains);
    }

    /** Shown, and nothing else came of it, unless that it is not to be shown again. */
    boolean passedOver(AnswerServed answer, ServedResult result) {
        Set<EngagementKind> happened = kinds(answer, result);
        return happened.contains(EngagementKind.IMPRESSION)
                && happened.stream().allMatch(kind -> kind == EngagementKind.IMPRESSION || kind == EngagementKind.HIDE);
    }

    /** Shown, whatever else. */
    boolean seen(AnswerServed answer, ServedResult result) {
        return kinds(answer, result).contains(EngagementKind.IMPRESSION);
    }

    private Set<EngagementKind> kinds(AnswerServed answer, ServedResult result) {
        return kinds.getOrDefault(new Shown(answer.requestId(), result.image()), Set.of());
    }

    private record Shown(String requestId, ImageSignature image) {}
}
