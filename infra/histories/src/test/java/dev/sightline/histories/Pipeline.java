package dev.sightline.histories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnalysisRequested;
import dev.sightline.events.EventJson;
import dev.sightline.events.IndexEvent;
import dev.sightline.events.IndexMessage;
import dev.sightline.events.PurgeDue;
import dev.sightline.histories.Action.Copy;
import dev.sightline.histories.Action.Delete;
import dev.sightline.histories.Action.Deliver;
import dev.sightline.histories.Action.DropBoard;
import dev.sightline.histories.Action.Purge;
import dev.sightline.histories.Action.Put;
import dev.sightline.histories.Action.Rebuild;
import dev.sightline.histories.Action.Redrive;
import dev.sightline.histories.Action.RenameBoard;
import dev.sightline.histories.Action.Repeat;
import dev.sightline.histories.Action.Save;
import dev.sightline.histories.Action.Unsave;
import dev.sightline.histories.History.Leftovers;
import dev.sightline.histories.SimulatedQueue.Message;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.ImageIndex;
import dev.sightline.index.PinIndex;
import dev.sightline.index.SourceRegistry;
import dev.sightline.indexer.IndexerUnderTest;
import dev.sightline.ingest.IngestUnderTest;
import dev.sightline.queue.EventQueue;
import dev.sightline.reconcile.Catalogue;
import dev.sightline.reconcile.FeatureLoader;
import dev.sightline.reconcile.IndexReconciler;
import dev.sightline.storage.BoardStore;
import dev.sightline.storage.FeatureStore;
import dev.sightline.storage.ImageStore;
import dev.sightline.storage.PinStore;
import dev.sightline.testkit.Fixtures;
import dev.sightline.testkit.InMemoryEngagementIndex;
import dev.sightline.testkit.InMemoryFeatureStore;
import dev.sightline.testkit.InMemoryPinIndex;
import dev.sightline.testkit.InMemorySourceRegistry;
import dev.sightline.testkit.InMemoryVisualIndex;
import dev.sightline.visual.ImageSignature;
import dev.sightline.worker.WorkerUnderTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The real handlers between the bucket and the index, on ports in memory. Each delivery goes to an instance of its own. */
final class Pipeline {

    private static final Duration WEEKS = Duration.ofDays(15);
    private static final int MOST_GENERATIONS = 3;
    private static final int MOST_DELIVERIES = 2_000;
    private static final int BATCH = 3;

    private final Rules rules;
    private final Narration narration;
    private final Map<Stage, SimulatedQueue> queues = new EnumMap<>(Stage.class);
    private final Bucket bucket;
    private final SourceRegistry registry;
    private final InMemoryFeatureStore features = new InMemoryFeatureStore();
    private final InMemoryVisualIndex index = new InMemoryVisualIndex();
    private final InMemoryPinIndex pinIndex = new InMemoryPinIndex();
    private final InMemoryEngagementIndex engagement = new InMemoryEngagementIndex();
    private final SavedBucket saved;
    private Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
    private int instances;

    Pipeline(Rules rules, Narration narration) {
        this.rules = rules;
        this.narration = narration;
        for (Stage stage : Stage.values()) {
            queues.put(stage, new SimulatedQueue(stage.toString(), WorkerUnderTest.MAX_RECEIVES));
        }
        bucket = new Bucket(body -> queue(Stage.INGEST).send(body), rules::sequencer);
        saved = new SavedBucket(body -> queue(Stage.INDEXER).send(body));
        registry = rules.registry(new InMemorySourceRegistry());
    }

    Bucket bucket() {
        return bucket;
    }

    SourceRegistry registry() {
        return registry;
    }

    FeatureStore features() {
        return features;
    }

    SavedBucket saved() {
        return saved;
    }

    InMemoryPinIndex pinIndex() {
        return pinIndex;
    }

    InMemoryVisualIndex index() {
        return index;
    }

    SimulatedQueue queue(Stage stage) {
        return queues.getOrDefault(stage, new SimulatedQueue("none", 1));
    }

    /** Lets a step happen. */
    void perform(History.Step step) {
        narration.step(step);
        Turns turns = new Turns();
        if (step.actions().equals(List.of(new Purge()))) {
            purge();
        } else if (step.actions().size() == 1) {
            perform(step.actions().getFirst(), () -> {});
        } else {
            step.actions().forEach(action -> turns.add(pause -> perform(action, pause)));
            turns.run(step.turns());
        }
    }

    /** Delivers everything, dead letters too, until nothing is left; false if that never ends. */
    boolean drain(Leftovers leftovers) {
        narration.step("the rest, " + leftovers);
        for (int deliveries = 0; deliveries < MOST_DELIVERIES; deliveries++) {
            Optional<Stage> busy = busy(leftovers);
            if (busy.isPresent()) {
                boolean newest = leftovers == Leftovers.NEWEST_FIRST;
                int pick = newest ? queue(busy.get()).size() - 1 : 0;
                deliver(new Deliver(busy.get(), pick, newest ? 1 : BATCH, Optional.empty()), () -> {});
            } else if (queues.values().stream()
                            .mapToInt(SimulatedQueue::redrive)
                            .sum()
                    == 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<Stage> busy(Leftovers leftovers) {
        List<Stage> stages = Arrays.asList(Stage.values());
        return (leftovers == Leftovers.OLDEST_FIRST ? stages : stages.reversed())
                .stream().filter(stage -> !queue(stage).isEmpty()).findFirst();
    }

    private void perform(Action action, Runnable pause) {
        switch (action) {
            case Put(var key, var content) -> bucket.put(key, content);
            case Delete(var key) -> bucket.delete(key);
            case Deliver deliver -> deliver(deliver, pause);
            case Copy(var stage, var pick) ->
                tell(stage + " has two of", queue(stage).copy(pick));
            case Repeat(var stage, var pick) ->
                tell(stage + " has again", queue(stage).repeat(pick));
            case Redrive(var stage) -> queue(stage).redrive();
            case Save(var image, var board) -> saved.save(image, board);
            case Unsave(var image) -> saved.unsave(image);
            case RenameBoard(var board) -> saved.rename(board);
            case DropBoard(var board) -> saved.drop(board);
            case Rebuild() -> rebuild(pause);
            case Purge() -> {}
        }
    }

    private void rebuild(Runnable pause) {
        if (index.modelSet().isEmpty() || index.generations().size() >= MOST_GENERATIONS) {
            return;
        }
        index.open(Fixtures.aModelSet());
        Set<ImageSignature> live = registry.page("", 100).stream()
                .flatMap(source -> source.liveSignature().stream())
                .collect(Collectors.toSet());
        Instance operation = new Instance("rebuild", Optional.empty(), pause, narration);
        IndexReconciler reconciler = reconciler(
                operation,
                operation.through(SourceRegistry.class, registry),
                operation.through(ImageIndex.class, index));
        while (!live.isEmpty()) {
            live = reconciler.reconcile(live).keySet();
        }
    }

    /** Loads one record after the other, so that a history has one course only. */
    IndexReconciler reconciler(Instance instance, SourceRegistry sources, ImageIndex documents) {
        Catalogue catalogue = new Catalogue(
                instance.through(PinStore.class, saved.pins()),
                instance.through(BoardStore.class, saved.boards()),
                instance.through(PinIndex.class, pinIndex),
                instance.through(EngagementIndex.class, engagement),
                1);
        FeatureLoader records = new FeatureLoader(instance.through(FeatureStore.class, features), 1);
        return new IndexReconciler(sources, records, documents, catalogue, clock);
    }

    private void purge() {
        drain(Leftovers.OLDEST_FIRST);
        queues.values().forEach(SimulatedQueue::forget);
        clock = Clock.offset(clock, WEEKS);
        queue(Stage.INDEXER).send(EventJson.write(new PurgeDue()));
    }

    private void tell(String what, Optional<Message> message) {
        message.ifPresent(found -> narration.note(() -> what + " " + words(found)));
    }

    private void deliver(Deliver delivery, Runnable pause) {
        Stage stage = delivery.stage();
        List<Message> messages = queue(stage).receive(delivery.pick(), stage == Stage.WORKER ? 1 : delivery.size());
        if (messages.isEmpty()) {
            return;
        }
        instances++;
        String name = stage + "#" + instances;
        messages.forEach(message -> narration.note(() -> name + " gets " + words(message)));
        Instance instance = new Instance(name, delivery.fault(), pause, narration);
        Set<String> failed = failed(stage, messages, instance);
        messages.forEach(message -> settle(stage, message, instance, failed.contains(message.id())));
        if (!failed.isEmpty()) {
            narration.note(() -> name + " fails with " + failed);
        }
    }

    private void settle(Stage stage, Message message, Instance instance, boolean failed) {
        if (!failed) {
            queue(stage).delete(message);
        } else if (message.isDeleted() && instance.wroteToTheIndex() && rules.messageOutlivesItsCopy()) {
            queue(stage).send(message.body());
        } else {
            queue(stage).show(message);
        }
    }

    /** A function that throws, or whose process ends, has failed with all messages. */
    private Set<String> failed(Stage stage, List<Message> messages, Instance instance) {
        try {
            return handle(stage, messages, instance);
        } catch (RuntimeException | InstanceDied e) {
            narration.note(() -> "that ends with " + e);
            return messages.stream().map(Message::id).collect(Collectors.toSet());
        }
    }

    private Set<String> handle(Stage stage, List<Message> messages, Instance instance) {
        SourceRegistry sources = rules.registryOfOneInstance(instance.through(SourceRegistry.class, registry));
        FeatureStore records = instance.through(FeatureStore.class, features);
        return switch (stage) {
            case INGEST ->
                LambdaBatch.invoke(
                        IngestUnderTest.on(
                                sources,
                                this.<AnalysisRequested>sink(Stage.WORKER, instance),
                                reports(instance),
                                clock),
                        messages);
            case WORKER -> {
                ImageStore images = instance.through(ImageStore.class, bucket.store());
                Message message = messages.getFirst();
                boolean done = new WorkerUnderTest(images, records, reports(instance), clock)
                        .handle(message.id(), message.body(), message.receives());
                yield done ? Set.of() : Set.of(message.id());
            }
            case INDEXER -> {
                ImageIndex documents = rules.index(instance.through(ImageIndex.class, index));
                yield LambdaBatch.invoke(
                        IndexerUnderTest.on(
                                reconciler(instance, sources, documents),
                                sources,
                                instance.through(PinIndex.class, pinIndex),
                                this.<IndexMessage>sink(Stage.INDEXER, instance),
                                clock),
                        messages);
            }
        };
    }

    private EventQueue<IndexEvent> reports(Instance instance) {
        return sink(Stage.INDEXER, instance);
    }

    @SuppressWarnings("unchecked") // A queue takes every event that can be written as JSON.
    private <E> EventQueue<E> sink(Stage stage, Instance instance) {
        return instance.through(EventQueue.class, queue(stage).<E>sink());
    }

    private static String words(Message message) {
        JsonNode body = EventJson.read(message.body(), JsonNode.class);
        String type = body.path("detail-type").asText(body.path("type").asText("AnalysisRequested"));
        return "%s = %s %s %s, receive %d"
                .formatted(
                        message.id(),
                        type,
                        body.findPath("key").asText(),
                        body.findPath("sequencer").asText(),
                        message.receives());
    }
}
