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
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * An engine that answers with the images that a rule names, in their order or in an order that is drawn, and keeps the log. The features of a
 * result are its place in the rule's order, as {@code hamming}, and its appeal, as {@code popularity-boost}. What is drawn depends on
 * the seed, the user and how often the user asked before, not on who asks first.
 */
public final class InMemoryDiscovery implements Discovery {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final Topics topics;
    private final BiFunction<ImageSignature, Integer, List<ImageSignature>> rule;
    private final double randomizedShare;
    private final long seed;
    private final SortedMap<String, List<AnswerServed>> answers = new TreeMap<>();
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
        List<AnswerServed> earlier = answers.computeIfAbsent(user, name -> new ArrayList<>());
        String request = "request-%d-%s-%d".formatted(seed, user, earlier.size());
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
        earlier.add(new AnswerServed(
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

    /** All answers by user, those to one user in the order of the questions: however many users asked side by side. */
    public synchronized List<AnswerServed> answers() {
        return answers.values().stream().flatMap(List::stream).toList();
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
