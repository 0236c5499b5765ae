package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.AnswerServed;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PolicyKeys;
import dev.sightline.local.policy.PolicyApplication;
import dev.sightline.local.site.Site;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.Experiment;
import dev.sightline.policy.RelatedPolicy;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.policy.Variant;
import dev.sightline.ranking.LinearModel;
import dev.sightline.ranking.RankerDocument;
import dev.sightline.ranking.RankingFeature;
import dev.sightline.storage.EngagementLog;
import dev.sightline.storage.S3EngagementLog;
import dev.sightline.visual.ImageSignature;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Related Pins by a ranker that a policy names: ordered by its scores, told in the answer, and logged as served. */
class RelatedRankingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SIDE = 128;
    private static final int PICTURES = 4;

    private final SystemUnderTest system = new SystemUnderTest();
    private final Site site = Site.local(system.running());
    private final EngagementLog log = new S3EngagementLog(site.s3(), site.output(OutputNames.ENGAGEMENT_BUCKET));
    private final String name = "it-" + UUID.randomUUID();
    private String query = "";

    @AfterEach
    void goBack() {
        site.s3()
                .deleteObject(request ->
                        request.bucket(site.output(OutputNames.FEATURES_BUCKET)).key(PolicyKeys.CURRENT));
        system.await(
                "the standard policy",
                PATIENCE,
                () -> answer(query)
                        .path("policy")
                        .asText()
                        .equals(StandardPolicy.policy().version()));
        site.close();
    }

    @Test
    void related_byARankerOfThePolicy_isOrderedByItsScoresAndLogged() throws IOException {
        query = upload().getFirst();
        // The least similar first: no other rule orders like that.
        site.rankers()
                .keep(
                        name,
                        RankerDocument.write(new LinearModel(
                                name, 0, Map.of(RankingFeature.HAMMING, -1.0, RankingFeature.BOOST, 0.001), Map.of())));
        PolicyApplication application = new PolicyApplication(site.policies());
        application.carryOut(application.plan(policy()));

        JsonNode answer = system.first("an answer by the ranker", PATIENCE, () -> answer(query), this::isRanked);

        List<Double> similarities = similarities(answer);
        assertThat(similarities).as("%s", answer).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(answer.path("variant").asText()).isEqualTo("learned");
        assertThat(answer.path("randomized").asBoolean(true)).isFalse();
        AnswerServed served = logged(answer.path("requestId").asText());
        assertThat(served.ranker()).isEqualTo(name);
        assertThat(served.query()).isEqualTo(query);
        assertThat(served.user()).hasSize(64);
        assertThat(served.results())
                .extracting(result -> result.image().hex())
                .containsExactlyElementsOf(StreamSupport.stream(results(answer).spliterator(), false)
                        .map(result -> result.path("imageId").asText())
                        .toList());
        assertThat(served.results())
                .allSatisfy(result -> assertThat(result.features()).containsKey("hamming"));
    }

    private BlenderPolicy policy() {
        RelatedPolicy related = StandardPolicy.policy().related();
        Experiment experiment = new Experiment(name, 0, List.of(new Variant("learned", 1, name, Map.of())));
        BlenderPolicy standard = StandardPolicy.policy();
        return new BlenderPolicy(
                name,
                standard.dots(),
                standard.annotations(),
                standard.objects(),
                standard.nearDuplicate(),
                new RelatedPolicy(related.pool(), related.boost(), experiment),
                standard.mixes(),
                standard.categories());
    }

    private JsonNode answer(String image) {
        return system.get("v1/images/%s/related?limit=50&user=somebody".formatted(image));
    }

    private boolean isRanked(JsonNode answer) {
        return answer.path("ranker").asText().equals(name)
                && !answer.path("partial").asBoolean(true)
                && results(answer).size() >= PICTURES - 1;
    }

    private static JsonNode results(JsonNode answer) {
        return answer.path("groups").path(0).path("results");
    }

    private static List<Double> similarities(JsonNode answer) {
        List<Double> similarities = new ArrayList<>();
        results(answer)
                .forEach(result -> similarities.add(
                        result.path("ranking").path("features").path("hamming").asDouble()));
        return similarities;
    }

    private AnswerServed logged(String requestId) {
        return system.first("logged " + requestId, PATIENCE, () -> find(requestId), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<AnswerServed> find(String requestId) {
        return log.days().stream()
                .flatMap(day -> log.answerFiles(day).stream())
                .flatMap(file -> log.answers(file).stream())
                .filter(served -> served.requestId().equals(requestId))
                .findFirst();
    }

    private List<String> upload() throws IOException {
        List<String> signatures = new ArrayList<>();
        for (int number = 0; number < PICTURES; number++) {
            byte[] bytes = DrawnPictures.encode(picture(number), "png");
            String key = "%s/%d.png".formatted(name, number);
            system.put(key, bytes);
            String signature = ImageSignature.of(bytes).hex();
            signatures.add(signature);
            system.await(
                    key + " indexed",
                    PATIENCE,
                    () -> system.source(key).path("signature").asText().equals(signature));
        }
        return signatures;
    }

    /** A few shapes whose places and colours depend on the number; no two pictures look the same. */
    private static BufferedImage picture(int number) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.getHSBColor(number / (float) PICTURES, 0.8f, 0.9f));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(Color.getHSBColor(0.5f + number / (float) PICTURES, 1, 0.4f));
        for (int shape = 0; shape <= number; shape++) {
            graphics.fillOval(10 + 25 * shape, 10 + 20 * ((number + shape) % PICTURES), 20 + 10 * number, 30);
        }
        graphics.dispose();
        return picture;
    }
}
