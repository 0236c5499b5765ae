package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.lab.engagement.ExportedLog;
import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.learn.LearnDemo;
import dev.sightline.local.learn.LearnSettings;
import dev.sightline.local.learn.LearnVerdict;
import dev.sightline.local.site.Site;
import dev.sightline.local.terminal.Console;
import dev.sightline.visual.ImageSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop of learning on the real system, with so few users that the report must say so: what is tested is the loop and not the lift. */
class LearnDemoIT {

    private static final Duration INDEXING = Duration.ofMinutes(4);
    /** Of no other test, so that none of them finds its own images still there under a key of this one. */
    private static final List<String> TOPICS = List.of("christmas", "roadsigns");

    private static final int PER_TOPIC = 10;

    private final SystemUnderTest system = new SystemUnderTest();
    private final Site site = Site.local(system.running());
    private final List<String> keys = new ArrayList<>();
    private final String run = "it-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        keys.forEach(system::delete);
        site.close();
    }

    @Test
    void run_fewUsers_servesBothRankersAndSaysThatDataAreTooFew() throws IOException {
        List<ImageSignature> images = upload(folder.resolve("corpus"));

        LearnVerdict verdict = learn(images.getFirst());

        assertThat(verdict.holds()).isFalse();
        for (String variant : List.of("learned", "shuffled")) {
            assertThat(verdict.lines()).anyMatch(line -> line.startsWith(variant + ": too few data"));
        }
        assertRankers();
        ExportedLog log = ExportedLog.read(work().resolve(run + "-log-2"));
        assertThat(log.answers())
                .extracting(answer -> answer.variant() + " by " + answer.ranker())
                .contains(
                        "round-1 by none",
                        "learned by %s-learned".formatted(run),
                        "shuffled by %s-shuffled".formatted(run));
        assertThat(usersOf(log, "learned")).doesNotContainAnyElementsOf(usersOf(log, "shuffled"));
        assertThat(work().resolve("report").resolve("index.html")).exists();
        system.await("the policy of before", INDEXING, () -> isBack(policy(images.getFirst())));
    }

    private LearnVerdict learn(ImageSignature image) {
        LearnSettings settings = new LearnSettings(50, 2, 6, 4, 1);
        LabProcess lab = new LabProcess(Places.fromEnvironment(System.getenv()));
        try (ApiClient api = new ApiClient(system.running().api(), system.key())) {
            return LearnDemo.of(new Console(System.out, System.err, false), site, lab, work(), settings)
                    .run(run, folder.resolve("corpus"), api, image.hex());
        }
    }

    private void assertRankers() {
        Optional<String> learned = site.rankers().kept(run + "-learned");
        Optional<String> shuffled = site.rankers().kept(run + "-shuffled");
        assertThat(learned).isPresent();
        assertThat(shuffled).isPresent().isNotEqualTo(learned);
    }

    /** Of the policy that answers now; empty if the answer is none. */
    private String policy(ImageSignature image) {
        return system.get("v1/images/%s/related?limit=1".formatted(image))
                .path("policy")
                .asText();
    }

    private boolean isBack(String policy) {
        return !policy.isEmpty() && !policy.startsWith(run);
    }

    private Path work() {
        return folder.resolve("work");
    }

    private static Set<String> usersOf(ExportedLog log, String variant) {
        return log.answers().stream()
                .filter(answer -> answer.variant().equals(variant))
                .map(answer -> answer.user())
                .collect(Collectors.toSet());
    }

    /** Copies some topics of the corpus, as the demonstration reads them, and waits until they are indexed. */
    private List<ImageSignature> upload(Path target) throws IOException {
        Path corpus = Path.of(SystemUnderTest.environment("SIGHTLINE_CORPUS"));
        List<ImageSignature> images = new ArrayList<>();
        for (String topic : TOPICS) {
            Files.createDirectories(target.resolve(topic));
            try (Stream<Path> files = Files.list(corpus.resolve(topic))) {
                for (Path file : files.sorted().limit(PER_TOPIC).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    Files.write(target.resolve(topic).resolve(file.getFileName()), bytes);
                    String key = "%s/%s/%s".formatted(run, topic, file.getFileName());
                    system.put(key, bytes);
                    keys.add(key);
                    images.add(ImageSignature.of(bytes));
                }
            }
        }
        system.await(
                "indexed",
                INDEXING,
                () -> keys.stream()
                        .allMatch(
                                key -> system.source(key).path("state").asText().equals("indexed")));
        return images;
    }
}
