package dev.sightline.lab.simulation;

import dev.sightline.events.AnswerServed;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.ServedResult;
import dev.sightline.visual.ImageSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * An engine that answers with the images that a rule names, in their order or in an order that is drawn, and keeps the log. The features of a
 * result are its place in the rule's order, as {@code hamming}, and its appeal, as {@code popularity-boost}. Not thread-safe but for {@link
 * #related} and {@link #report}.
 */
public final class InMemoryDiscovery implements Discovery {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final Topics topics;
    private final BiFunction<ImageSignature, Integer, List<ImageSignature>> rule;
    private final double randomizedShare;
    private final long seed;
    private final List<AnswerServed> answers = new ArrayList<>();
    private final List<EngagementEvent> events = new ArrayList<>();

    public InMemoryDiscovery(
            Topics topics,
            BiFunction<ImageSignature, Integer, List<ImageSignature>> rule,
            double randomizedShare,
            long seed) {
        this.topics = topics;
        this.rule = rule;
        this.randomizedShare = randomizedShare;
        this.seed = seed;
    }

    @Override
    public synchronized Page related(ImageSignature query, String user, int limit) {
        String request = "request-%d-%d".formatted(seed, answers.size());
        SplittableRandom random = Draws.of(seed, request);
        List<ImageSignature> mixed = rule.apply(query, limit);
        boolean randomized = random.nextDouble() < randomizedShare;
        List<ImageSignature> order = randomized ? shuffled(mixed, random) : mixed;
        List<ServedResult> results = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            ImageSignature image = order.get(i);
            int before = mixed.indexOf(image) + 1;
            results.add(new ServedResult(
                    image,
                    i + 1,
                    before,
                    randomized ? 1.0 / order.size() : 1,
                    1.0 / before,
                    topics.topic(image).orElse(""),
                    List.of("visual-search"),
                    Map.of("hamming", 1.0 / before, "popularity-boost", topics.appeal(image))));
        }
        answers.add(new AnswerServed(
                request, TIME, query.hex(), hashed(user), "policy", "only", "none", randomized, results));
        return new Page(request, "only", order);
    }

    @Override
    public synchronized int report(List<Reported> reported) {
        for (Reported event : reported) {
            events.add(new EngagementEvent(
                    event.eventId(),
                    event.kind(),
                    event.requestId(),
                    event.query().hex(),
                    event.image(),
                    event.rank(),
                    "simulator",
                    hashed(event.user()),
                    event.occurredAt(),
                    event.occurredAt()));
        }
        return reported.size();
    }

    public List<AnswerServed> answers() {
        return answers;
    }

    public List<EngagementEvent> events() {
        return events;
    }

    private static List<ImageSignature> shuffled(List<ImageSignature> images, SplittableRandom random) {
        List<ImageSignature> order = new ArrayList<>(images);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        return order;
    }

    private static String hashed(String user) {
        return ImageSignature.of(user.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
