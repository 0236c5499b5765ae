package dev.sightline.local.operate;

import dev.sightline.local.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.Message;

/** Counts the dead letters of a stage by reason, and leaves them where they are: each is hidden for a moment only. */
final class DeadLetterPeek {

    /** Enough to see what is wrong. */
    static final int MAX_LETTERS = 1000;

    /** Of a peek that is broken off. */
    private static final Duration HIDDEN = Duration.ofSeconds(60);

    private final Site site;
    private final DeadLetterReader reader;

    DeadLetterPeek(Site site) {
        this.site = site;
        this.reader = new DeadLetterReader(site.registry());
    }

    /** The number of letters by reason, of the first {@value #MAX_LETTERS}. */
    Map<String, Long> reasons(QueuedStage stage) {
        OperatedQueue deadLetters = stage.deadLettersOf(site);
        Map<String, Long> reasons = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        List<Message> held = new ArrayList<>();
        try {
            boolean more = true;
            while (more && held.size() < MAX_LETTERS) {
                List<Message> letters = deadLetters.take(HIDDEN);
                held.addAll(letters);
                List<Message> fresh = letters.stream()
                        .filter(letter -> seen.add(letter.messageId()))
                        .toList();
                fresh.forEach(letter -> reasons.merge(reader.read(stage, letter).reason(), 1L, Long::sum));
                more = !fresh.isEmpty();
            }
        } finally {
            deadLetters.giveBack(held);
        }
        return reasons;
    }
}
