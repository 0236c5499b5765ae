package dev.sightline.infra;

import dev.sightline.events.CatalogueChanged;
import dev.sightline.events.CatalogueKeys;
import dev.sightline.events.EnvironmentNames;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PurgeDue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/**
 * From a bucket event to the index: rule, upload queue, ingest function, analysis queue (whose consumer is the worker), index queue,
 * indexer function.
 */
public final class PipelineStack extends Stack {

    /** As AWS advises for event source mappings: six times the function's time-out. */
    private static final Duration FUNCTION_VISIBILITY =
            Duration.seconds(6 * SightlineFunction.TIMEOUT.toSeconds().longValue());

    /** The worker's heartbeat extends it; this is how long a lost worker delays its messages. */
    private static final Duration WORKER_VISIBILITY = Duration.minutes(2);

    private final Surroundings surroundings;
    private final StorageStack storage;
    private final Map<String, WorkQueue> queues = new LinkedHashMap<>();
    private final List<SightlineFunction> functions = new ArrayList<>();

    PipelineStack(Construct scope, String id, Surroundings surroundings, StorageStack storage) {
        super(scope, id);
        this.surroundings = surroundings;
        this.storage = storage;
        WorkQueue uploads = new WorkQueue(this, "Uploads", FUNCTION_VISIBILITY, surroundings.keys());
        WorkQueue analyses = new WorkQueue(this, "Analyses", WORKER_VISIBILITY, surroundings.keys());
        WorkQueue changes = new WorkQueue(this, "IndexChanges", FUNCTION_VISIBILITY, surroundings.keys());
        queues.put("uploads", uploads);
        queues.put("analyses", analyses);
        queues.put("index-changes", changes);
        routeBucketEvents(uploads);
        addIngest(uploads, analyses, changes);
        addIndexer(changes);
        purgeTombstones(changes);
        routeCatalogueEvents(changes);
        uploads.output(this, OutputNames.UPLOAD_QUEUE_URL, OutputNames.UPLOAD_DEAD_LETTER_QUEUE_URL);
        analyses.output(this, OutputNames.ANALYSIS_QUEUE_URL, OutputNames.ANALYSIS_DEAD_LETTER_QUEUE_URL);
        output(OutputNames.OPENSEARCH_URL, surroundings.search().url());
        output(OutputNames.OPENSEARCH_AUTH, surroundings.search().auth());
        output(OutputNames.KNN_MODE, surroundings.settings().knnMode());
        output(
                OutputNames.INDEX_SHARDS,
                Integer.toString(surroundings.settings().indexShards()));
        changes.output(this, OutputNames.INDEX_QUEUE_URL, OutputNames.INDEX_DEAD_LETTER_QUEUE_URL);
        surroundings.settings().tracing().ofAll().ifPresent(url -> output(OutputNames.TRACES_ENDPOINT, url));
    }

    /** By name, in the order in which an upload passes through them. */
    Map<String, WorkQueue> queues() {
        return Collections.unmodifiableMap(queues);
    }

    /** Requests to the worker. */
    WorkQueue analyses() {
        return Objects.requireNonNull(queues.get("analyses"));
    }

    /** Results of the worker, and everything else for the indexer. */
    WorkQueue changes() {
        return Objects.requireNonNull(queues.get("index-changes"));
    }

    List<SightlineFunction> functions() {
        return Collections.unmodifiableList(functions);
    }

    private void routeBucketEvents(WorkQueue uploads) {
        Rule.Builder.create(this, "BucketEvents")
                .description("Every created or deleted object of the images bucket")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created", "Object Deleted"))
                        .detail(Map.of(
                                "bucket",
                                Map.of("name", List.of(storage.images().getBucketName()))))
                        .build())
                .targets(List.of(SqsQueue.Builder.create(uploads.queue())
                        .deadLetterQueue(uploads.deadLetters())
                        .build()))
                .build();
    }

    /** A message as any other, so that one indexer handles it, and it waits while the index queue does. */
    private void purgeTombstones(WorkQueue changes) {
        Rule.Builder.create(this, "PurgeDue")
                .description("Once a day: the indexer forgets keys that were removed long ago")
                .schedule(Schedule.rate(Duration.days(1)))
                .targets(List.of(SqsQueue.Builder.create(changes.queue())
                        .message(RuleTargetInput.fromObject(Map.of("type", PurgeDue.class.getSimpleName())))
                        .deadLetterQueue(changes.deadLetters())
                        .build()))
                .build();
    }

    /** Straight to the indexer, which looks at the pins themselves: the notice says only which key changed. */
    private void routeCatalogueEvents(WorkQueue changes) {
        Rule.Builder.create(this, "CatalogueEvents")
                .description("Every created or deleted pin and board")
                .eventPattern(EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created", "Object Deleted"))
                        .detail(Map.of(
                                "bucket",
                                Map.of("name", List.of(storage.catalogue().getBucketName()))))
                        .build())
                .targets(List.of(SqsQueue.Builder.create(changes.queue())
                        .message(RuleTargetInput.fromObject(catalogueChanged()))
                        .deadLetterQueue(changes.deadLetters())
                        .build()))
                .build();
    }

    /** In a fixed order: a map without one would give another template at each synthesis. */
    private static Map<String, Object> catalogueChanged() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", CatalogueChanged.class.getSimpleName());
        message.put("key", EventField.fromPath("$.detail.object.key"));
        return message;
    }

    private void addIngest(WorkQueue uploads, WorkQueue analyses, WorkQueue changes) {
        SightlineFunction ingest = new SightlineFunction(this, "ingest", surroundings)
                .with(EnvironmentNames.ANALYSIS_QUEUE_URL, analyses.queue().getQueueUrl())
                .with(EnvironmentNames.INDEX_QUEUE_URL, changes.queue().getQueueUrl())
                .traced();
        letReadTraces(ingest);
        analyses.queue().grantSendMessages(ingest.function());
        changes.queue().grantSendMessages(ingest.function());
        ingest.consumes(uploads);
        functions.add(ingest);
        output(OutputNames.INGEST_FUNCTION, ingest.operatedName());
    }

    /** An object's metadata says in which trace it was uploaded; S3's notice does not. Who makes no spans needs to read nothing. */
    private void letReadTraces(SightlineFunction ingest) {
        if (surroundings.settings().tracing().ofFunctions().isPresent()) {
            ingest.with(EnvironmentNames.IMAGES_BUCKET, storage.images().getBucketName());
            ingest.mayRead(storage.images(), "*");
        }
    }

    private void addIndexer(WorkQueue changes) {
        SightlineFunction indexer = new SightlineFunction(this, "indexer", surroundings)
                .with(EnvironmentNames.FEATURES_BUCKET, storage.features().getBucketName())
                .traced();
        indexer.with(EnvironmentNames.CATALOGUE_BUCKET, storage.catalogue().getBucketName())
                .with(EnvironmentNames.INDEX_QUEUE_URL, changes.queue().getQueueUrl());
        changes.queue().grantSendMessages(indexer.function());
        storage.catalogue().grantRead(indexer.function());
        storage.catalogue().grantDelete(indexer.function(), CatalogueKeys.PINS + "*");
        storage.features().grantRead(indexer.function(), "features/*");
        indexer.consumes(changes);
        functions.add(indexer);
        output(OutputNames.INDEXER_FUNCTION, indexer.operatedName());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
