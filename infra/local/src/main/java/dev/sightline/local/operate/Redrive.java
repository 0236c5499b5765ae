package dev.sightline.local.operate;

import dev.sightline.local.operate.DeadLetter.Fate;
import dev.sightline.local.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Moves dead letters to the queue that they came from: sends each, then deletes it. One that is sent and not deleted comes twice, which
 * is harmless. What is left is hidden meanwhile, so that it is not received again and again, and shown at the end.
 */
public final class Redrive {

    /** Of what is left by a redrive that is broken off. */
    private static final Duration HIDDEN = Duration.ofMinutes(5);

    private final Site site;
    private final RedriveMode mode;
    private final Predicate<String> wantedReason;
    private final DeadLetterReader reader;
    private final Clock clock;

    /** @param wantedReason tells of a reason whether its letters are moved */
    public Redrive(Site site, RedriveMode mode, Predicate<String> wantedReason, Clock clock) {
        this.site = site;
        this.mode = mode;
        this.wantedReason = wantedReason;
        this.reader = new DeadLetterReader(site.registry());
        this.clock = clock;
    }

    /** Redrives the letters that are dead when it begins; {@code progress} is told after each batch. */
    public RedriveReport redrive(QueuedStage stage, Consumer<RedriveReport> progress) {
        Run run = new Run(stage);
        try {
            while (run.nextBatch()) {
                progress.accept(run.tally.report());
            }
        } finally {
            run.deadLetters.giveBack(run.left);
        }
        return run.tally.report();
    }

    /** One pass over a queue's dead letters. */
    private final class Run {

        private final QueuedStage stage;
        private final OperatedQueue queue;
        private final OperatedQueue deadLetters;
        private final Instant start = clock.instant();
        private final RedriveReport.Tally tally;
        private final Set<String> seen = new HashSet<>();
        private final List<Message> left = new ArrayList<>();

        Run(QueuedStage stage) {
            this.stage = stage;
            this.queue = stage.queueOf(site);
            this.deadLetters = stage.deadLettersOf(site);
            this.tally = new RedriveReport.Tally(stage);
        }

        /** Whether there was one. */
        boolean nextBatch() {
            List<Message> taken = deadLetters.take(HIDDEN);
            List<DeadLetter> move = new ArrayList<>();
            List<Message> discard = new ArrayList<>();
            boolean fresh = false;
            for (Message message : taken) {
                if (!seen.add(message.messageId())) {
                    left.add(message);
                    continue;
                }
                fresh = true;
                DeadLetter letter = reader.read(stage, message);
                if (letter.sentAt().isAfter(start)) {
                    left.add(message); // Redriven a moment ago, and dead again already.
                } else if (letter.fate() == Fate.USELESS) {
                    tally.nameUseless(letter);
                    (mode == RedriveMode.MOVE_AND_DISCARD_USELESS ? discard : left).add(message);
                } else if (wantedReason.test(letter.reason())) {
                    move.add(letter);
                } else {
                    tally.passBy(letter);
                    left.add(message);
                }
            }
            move(move);
            tally.discard(deadLetters.delete(discard).size());
            return fresh;
        }

        private void move(List<DeadLetter> letters) {
            List<Message> messages = letters.stream().map(DeadLetter::message).toList();
            if (mode == RedriveMode.DRY_RUN) {
                letters.forEach(tally::move);
                left.addAll(messages);
                return;
            }
            List<Message> sent = queue.send(messages);
            letters.stream().filter(letter -> sent.contains(letter.message())).forEach(tally::move);
            tally.refuse(messages.size() - sent.size());
            messages.stream().filter(message -> !sent.contains(message)).forEach(left::add);
            deadLetters.delete(sent);
        }
    }
}
