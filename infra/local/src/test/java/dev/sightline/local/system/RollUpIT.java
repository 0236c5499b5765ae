package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.engagement.EngagementCounts;
import dev.sightline.engagement.PairCounts;
import dev.sightline.events.EngagementEvent;
import dev.sightline.events.EngagementKind;
import dev.sightline.events.OutputNames;
import dev.sightline.index.EngagementIndex;
import dev.sightline.index.OpenSearchEngagementIndex;
import dev.sightline.local.site.Site;
import dev.sightline.reconcile.UserErasure;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.LogFile;
import dev.sightline.testkit.Engagements;
import dev.sightline.visual.ImageSignature;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log of the real system as counts: by the deployed function, after an erasure, and after an image was removed. */
class RollUpIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SIDE = 96;

    private final SystemUnderTest system = new SystemUnderTest();
    private final Site site = Site.local(system.running());
    private final EngagementLog log = site.engagementLog();
    private final EngagementIndex view = new OpenSearchEngagementIndex(site.search(), site.indexNames());
    private final String run = UUID.randomUUID().toString();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private final String user = hash("user");
    private final String other = hash("other");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void log_rolledUp_countsWhatIsIndexedAndNotErased() throws IOException {
        ImageSignature query = upload("query.png");
        ImageSignature result = upload("result.png");
        system.await("both images indexed", PATIENCE, () -> isIndexed("query.png") && isIndexed("result.png"));
        log.addEvents(
                today,
                run,
                List.of(
                        save("1", user, query, result),
                        save("2", other, query, result),
                        save("2", other, query, result)));

        site.sqs()
                .sendMessage(request -> request.queueUrl(site.output(OutputNames.ROLL_UP_QUEUE_URL))
                        .messageBody("{}"));
        system.await("two saves counted by the function", PATIENCE, () -> saves(query, result) == 2);

        new UserErasure(log, site.engagementRollUp()).erase(user, Instant.now(), day -> {});
        assertThat(saves(query, result)).isEqualTo(1);
        assertThat(usersInTheLog()).doesNotContain(user).contains(other);

        site.s3().deleteObject(request -> request.bucket(site.imagesBucket()).key(key("result.png")));
        system.await("the image is gone", PATIENCE, () -> !isIndexed("result.png"));
        site.engagementRollUp().run();
        assertThat(view.winners(query, 10)).extracting(PairCounts::result).doesNotContain(result);
        assertThat(view.images(Set.of(result))).isEmpty();
        assertThat(system.documents("sightline-engagement", "{\"term\":{\"result\":\"%s\"}}".formatted(result)))
                .isEmpty();
    }

    private ImageSignature upload(String name) throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random((run + name).hashCode());
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, random.nextInt(1 << 24));
        }
        byte[] bytes = DrawnPictures.encode(image, "png");
        system.put(key(name), bytes);
        return ImageSignature.of(bytes);
    }

    private String key(String name) {
        return "roll-up-%s/%s".formatted(run, name);
    }

    private boolean isIndexed(String name) {
        return system.source(key(name)).path("state").asText().equals("indexed");
    }

    private EngagementEvent save(String id, String by, ImageSignature query, ImageSignature result) {
        return new EngagementEvent(
                "%s-%s".formatted(run, id),
                EngagementKind.SAVE,
                "request",
                query.hex(),
                result,
                1,
                "web",
                by,
                now,
                now);
    }

    private long saves(ImageSignature query, ImageSignature result) {
        return view.pairs(query, Set.of(result))
                .getOrDefault(result, EngagementCounts.NONE)
                .actions()
                .getOrDefault(EngagementKind.SAVE, 0L);
    }

    private Set<String> usersInTheLog() {
        Set<String> users = new HashSet<>();
        for (LogFile file : log.eventFiles(today)) {
            log.events(file).forEach(event -> users.add(event.user()));
        }
        return users;
    }

    private String hash(String name) {
        return Engagements.aUser((run + name).hashCode());
    }
}
