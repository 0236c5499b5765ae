package dev.sightline.blender.rank;

import dev.sightline.blender.understand.UnderstoodQuery;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementMessage;
import dev.sightline.events.ServedResult;
import dev.sightline.policy.CandidateSource;
import dev.sightline.queue.EventQueue;
import dev.sightline.visual.SightlineException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Sends what was served on its way to the log of answers, before the answer returns: a function may be frozen after that. An answer that cannot
 * be logged is served all the same, and counted in the function's log.
 */
public final class AnswerLog {

    private static final Logger LOG = System.getLogger(AnswerLog.class.getName());

    private final EventQueue<EngagementMessage> queue;
    private final Clock clock;
    private final Duration grace;

    /** @param grace how long an answer waits for the queue to take it */
    public AnswerLog(EventQueue<EngagementMessage> queue, Clock clock, Duration grace) {
        this.queue = queue;
        this.clock = clock;
        this.grace = grace;
    }

    /** Logs an answer; one that nothing ordered is none of Related Pins and not logged. */
    public void log(RankedQuery ranked, RankingRequest request) {
        ranked.order().ifPresent(ranking -> send(served(ranked, ranking, request)));
    }

    private void send(AnswerServed served) {
        FutureTask<Map<Integer, SightlineException>> sending = new FutureTask<>(() -> queue.send(List.of(served)));
        Thread.ofVirtual().name("log-answer").start(sending);
        try {
            sending.get(grace.toNanos(), TimeUnit.NANOSECONDS)
                    .values()
                    .forEach(refusal -> LOG.log(Level.WARNING, notLogged(served), refusal));
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, notLogged(served) + " within " + grace.toMillis() + " ms");
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, notLogged(served), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String notLogged(AnswerServed served) {
        return "answer not logged: request " + served.requestId();
    }

    private AnswerServed served(RankedQuery ranked, Ranking ranking, RankingRequest request) {
        UnderstoodQuery understood = ranked.blended().understood();
        List<ServedResult> results = new ArrayList<>();
        ranking.results().forEach(result -> results.add(result(result, results.size() + 1)));
        return new AnswerServed(
                request.requestId(),
                clock.instant(),
                understood.queryImage().orElseThrow().hex(),
                request.userHash(),
                request.context().policy().version(),
                ranking.variant().name(),
                ranking.ranker(),
                ranking.randomized(),
                results);
    }

    private static ServedResult result(RankedResult ranked, int rank) {
        List<String> sources = new ArrayList<>();
        sources.add(ranked.result().source().slug());
        ranked.result().alsoFoundBy().stream()
                .map(also -> also.source())
                .map(CandidateSource::slug)
                .forEach(sources::add);
        return new ServedResult(
                ranked.result().candidate().image().signature(),
                rank,
                ranked.rankBefore(),
                ranked.propensity(),
                ranked.score(),
                ranked.category(),
                sources,
                ranked.features().values().entrySet().stream()
                        .collect(Collectors.toMap(feature -> feature.getKey().slug(), Map.Entry::getValue)));
    }
}
