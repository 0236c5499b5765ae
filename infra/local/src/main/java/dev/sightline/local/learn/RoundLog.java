package dev.sightline.local.learn;

import dev.sightline.events.AnswerServed;
import dev.sightline.lab.engagement.ExportedLog;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a log that belongs to one run: answers by its policies, and what was done with them. */
final class RoundLog {

    private RoundLog() {}

    static ExportedLog of(ExportedLog log, Set<String> policies) {
        var answers = log.answers().stream()
                .filter(answer -> policies.contains(answer.policy()))
                .toList();
        Set<String> requests = answers.stream().map(AnswerServed::requestId).collect(Collectors.toSet());
        return new ExportedLog(
                answers,
                log.events().stream()
                        .filter(event -> requests.contains(event.requestId()))
                        .toList());
    }
}
