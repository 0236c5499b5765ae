package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.events.FeatureRecord;
import dev.sightline.events.OutputNames;
import dev.sightline.events.Sequencer;
import dev.sightline.events.SourceId;
import dev.sightline.events.SourceVersion;
import dev.sightline.index.Source;
import dev.sightline.local.operate.Backfill;
import dev.sightline.local.operate.BackfillPlan;
import dev.sightline.local.operate.BackfillProgress;
import dev.sightline.local.operate.BucketOperations;
import dev.sightline.local.operate.DifferenceKind;
import dev.sightline.local.operate.Findings;
import dev.sightline.local.operate.Reconciliation;
import dev.sightline.local.operate.Reconciliation.Scope;
import dev.sightline.local.site.Site;
import dev.sightline.local.upload.Pacer;
import dev.sightline.local.upload.PrometheusText;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations that compare with the bucket, on the real system with damage by hand. All below one prefix. */
class BucketOperationsIT {

    private static final Duration INDEXING = Duration.ofMinutes(5);
    private static final List<Integer> INDEXED = List.of(100, 101, 102, 104, 105, 106, 107);

    private final SystemUnderTest system = new SystemUnderTest();
    private final DrawnPictures pictures = new DrawnPictures(Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS")));
    private final String prefix = "operate-" + UUID.randomUUID() + "/";
    private final Site site = Site.local(system.running());
    private final Pacer pacer = Pacer.system(Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        site.close();
    }

    /** What an index that was lost looks like: neither sources nor documents; the bucket and the feature records are there. */
    @Test
    void backfill_ofObjectsWithoutSourcesAndDocuments_indexesThemOnceWithoutAModel() {
        putAll(0, 12);
        awaitIndexed(0, 12);
        awaitNothingFound();
        forget("sightline-sources", "key");
        forget("sightline-images", "keys");
        assertThat(found()).isEqualTo(Map.of(DifferenceKind.UNKNOWN_OBJECT, 12L));
        long analyzed = images("analyzed");
        long reused = images("reused");

        assertThat(backfill(BackfillPlan.Mode.DRY_RUN).sent()).isEqualTo(12);
        assertThat(found()).isEqualTo(Map.of(DifferenceKind.UNKNOWN_OBJECT, 12L));
        assertThat(backfill(BackfillPlan.Mode.SEND).sent()).isEqualTo(12);
        awaitIndexed(0, 12);

        system.await("counted as reused", INDEXING, () -> images("reused") >= reused + 12);
        assertThat(images("analyzed")).isEqualTo(analyzed);
        BackfillProgress again = backfill(BackfillPlan.Mode.SEND);
        assertThat(again.sent()).isZero();
        assertThat(again.known()).isEqualTo(12);
        Findings after = BucketOperations.reconciliation(site, pacer).await(scope(), INDEXING, now -> {});
        assertThat(after.counts()).isEmpty();
    }

    private void forget(String index, String keyField) {
        openSearch(
                "POST",
                index + "/_delete_by_query?refresh=true",
                "{\"query\":{\"prefix\":{\"%s\":\"%s\"}}}".formatted(keyField, prefix));
    }

    @Test
    void reconcile_afterEachKindOfDamage_namesItAndMendsIt() {
        for (int number : INDEXED) {
            system.put(key(number), pictures.picture(number));
        }
        INDEXED.forEach(number -> awaitIndexed(number, 1));
        awaitNothingFound();

        damageAll();
        assertThat(found())
                .isEqualTo(Map.of(
                        DifferenceKind.MISSING_DOCUMENT, 1L,
                        DifferenceKind.UNKNOWN_OBJECT, 1L,
                        DifferenceKind.ORPHAN_DOCUMENT, 2L,
                        DifferenceKind.OTHER_CONTENT, 1L,
                        DifferenceKind.LOST_OBJECT, 1L,
                        DifferenceKind.MISSING_FEATURES, 1L,
                        DifferenceKind.REMOVED_SOURCE, 1L,
                        DifferenceKind.STUCK_PENDING, 1L,
                        DifferenceKind.OTHER_KEYS, 1L));

        Reconciliation reconciliation = BucketOperations.reconciliation(site, pacer);
        reconciliation.mend(scope(), now -> {});
        assertThat(reconciliation.problems()).isEmpty();
        Findings after = reconciliation.await(scope(), INDEXING, now -> {});

        assertThat(after.counts()).isEmpty();
        assertThat(system.source(key(103)).path("state").asText()).isEqualTo("removed");
        INDEXED.forEach(number -> assertIndexed(key(number), pictures.picture(number)));
    }

    /** One damage a key; the images' own documents as OpenSearch itself holds them. */
    private void damageAll() {
        openSearch("DELETE", "sightline-images/_doc/" + signature(100), "");
        openSearch("DELETE", "sightline-sources/_doc/" + SourceId.ofKey(key(101)), "");
        openSearch("POST", "sightline-sources/_update/" + SourceId.ofKey(key(102)), "{\"doc\":{\"etag\":\"another\"}}");
        Instant now = Instant.now();
        site.registry()
                .record(Source.pending(
                        new SourceVersion(site.imagesBucket(), key(103), new Sequencer("01")), "etag", now));
        Source source = source(104);
        site.s3()
                .deleteObject(request -> request.bucket(site.output(OutputNames.FEATURES_BUCKET))
                        .key(FeatureRecord.key(
                                Objects.requireNonNull(source.modelSet()),
                                source.liveSignature().orElseThrow())));
        site.registry().record(Source.removed(next(source(105)), now));
        Source pending = source(106);
        site.registry().record(Source.pending(next(pending), pending.etag(), now));
        openSearch(
                "POST",
                "sightline-images/_update/" + signature(107),
                "{\"doc\":{\"keys\":[\"%s\",\"%snowhere.png\"]}}".formatted(key(107), prefix));
    }

    private SourceVersion next(Source source) {
        SourceVersion version = source.version();
        return new SourceVersion(
                version.bucket(), version.key(), version.sequencer().successor());
    }

    @Test
    void reconcile_byProfile_worksOnTheDeploymentThatTheProfileNames(@TempDir Path folder) throws Exception {
        putAll(400, 2);
        awaitIndexed(400, 2);
        awaitNothingFound();
        Path config = folder.resolve("config");
        Files.writeString(config, """
                [profile elsewhere]
                region = %s
                endpoint_url = %s
                aws_access_key_id = test
                aws_secret_access_key = test
                """.formatted(
                LocalStack.CREDENTIALS.get("AWS_REGION"), system.running().awsEndpoint()));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sightline.local.SightlineCommand",
                "reconcile",
                "--profile",
                "elsewhere",
                "--min-age",
                "0s",
                "--json",
                "--prefix",
                prefix);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_CONFIG_FILE", config.toString());
        builder.environment().put("SIGHTLINE_ROOT", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        JsonNode answer = new ObjectMapper().readTree(output);
        assertThat(answer.path("objects").asLong()).isEqualTo(2);
        assertThat(answer.path("documents").asLong()).isEqualTo(2);
        assertThat(answer.path("differences")).isEmpty();
    }

    private void putAll(int first, int count) {
        for (int i = first; i < first + count; i++) {
            system.put(key(i), pictures.picture(i));
        }
    }

    /** A source is recorded a moment before its documents are written. */
    private void awaitNothingFound() {
        system.await("nothing found", INDEXING, () -> found().isEmpty());
    }

    private Map<DifferenceKind, Long> found() {
        return BucketOperations.reconciliation(site, pacer)
                .find(scope(), now -> {})
                .counts();
    }

    private Scope scope() {
        return new Scope(prefix, Duration.ZERO);
    }

    private BackfillProgress backfill(BackfillPlan.Mode mode) {
        List<BackfillProgress> reached = new ArrayList<>();
        Backfill.Watcher watcher = new Backfill.Watcher() {
            @Override
            public void reached(BackfillProgress progress) {
                reached.add(progress);
            }

            @Override
            public void show(BackfillProgress progress, String activity) {}
        };
        BackfillProgress end = BucketOperations.backfill(site, pacer)
                .run(new BackfillPlan(prefix, 100, 1000, mode), BackfillProgress.NONE, () -> false, watcher);
        assertThat(end.finished()).isTrue();
        assertThat(reached).last().isEqualTo(end);
        return end;
    }

    private void awaitIndexed(int first, int count) {
        for (int i = first; i < first + count; i++) {
            String key = key(i);
            system.await(
                    key + " indexed",
                    INDEXING,
                    () -> system.source(key).path("state").asText().equals("indexed"));
        }
    }

    private void assertIndexed(String key, byte[] picture) {
        JsonNode source = system.source(key);
        assertThat(source.path("state").asText()).as(key).isEqualTo("indexed");
        assertThat(source.path("signature").asText())
                .as(key)
                .isEqualTo(ImageSignature.of(picture).hex());
        JsonNode document = system.documents(
                        "sightline-images", "{\"term\":{\"signature\":\"%s\"}}".formatted(ImageSignature.of(picture)))
                .path(0);
        assertThat(document.path("_source").path("keys")).as(key).hasSize(1);
    }

    /** How many images ended so, as the worker counts them. */
    private long images(String outcome) {
        String metrics = send("GET", system.running().workerEndpoint().resolve("/q/metrics"), "");
        return PrometheusText.counter(metrics, "sightline_worker_images_total", "outcome", Set.of(outcome))
                .orElse(0);
    }

    private void openSearch(String method, String path, String body) {
        send(method, system.running().searchEndpoint().resolve("/" + path), body);
        send("POST", system.running().searchEndpoint().resolve("/sightline-*/_refresh"), "");
    }

    private String send(String method, URI uri, String body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode())
                    .as("%s %s: %s", method, uri, response.body())
                    .isLessThan(300);
            return response.body();
        } catch (IOException e) {
            throw new AssertionError("no answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Source source(int number) {
        return site.registry().find(SourceId.ofKey(key(number))).orElseThrow();
    }

    private String signature(int number) {
        return ImageSignature.of(pictures.picture(number)).hex();
    }

    private String key(int number) {
        return prefix + "%03d é+.png".formatted(number);
    }
}
