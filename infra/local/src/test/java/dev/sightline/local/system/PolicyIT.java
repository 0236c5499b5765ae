package dev.sightline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.events.OutputNames;
import dev.sightline.events.PolicyKeys;
import dev.sightline.local.policy.PolicyApplication;
import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.site.Site;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.DotPolicy;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.visual.DotGate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** A policy comes into force while the blender answers, an invalid one does not, and there is a way back. */
class PolicyIT {

    /** A function looks at the document after 30 s, on a busy machine not at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LONGER_THAN_A_LOOK = Duration.ofSeconds(35);

    private static final int SIDE = 64;

    private final SystemUnderTest system = new SystemUnderTest();
    private final Site site = Site.local(system.running());
    private final PolicyApplication application = new PolicyApplication(site.policies());
    private final PolicyDocuments documents = new PolicyDocuments(site::policies);
    private final byte[] picture = blank();

    @AfterEach
    void goBack() {
        site.s3().deleteObject(request -> request.bucket(bucket()).key(PolicyKeys.CURRENT));
        awaitPolicy(StandardPolicy.policy());
        site.close();
    }

    @Test
    void apply_whileTheBlenderAnswers_isInForceWithoutAPause() {
        BlenderPolicy first = tuned(0.25);
        BlenderPolicy second = tuned(0.5);
        assertThat(answeredBy()).isEqualTo(StandardPolicy.policy().version());

        application.carryOut(application.plan(first));
        assertThat(documents.policy(PolicyDocuments.CURRENT)).isEqualTo(first);
        awaitPolicy(first);

        application.carryOut(application.plan(second));
        awaitPolicy(second);

        putByHand("{\"version\": \"broken\"}");
        assertThat(answeredBy()).isEqualTo(second.version());
        Readiness.sleep(LONGER_THAN_A_LOOK);
        assertThat(answeredBy()).isEqualTo(second.version());
        Readiness.sleep(Duration.ofSeconds(5));
        assertThat(answeredBy()).isEqualTo(second.version());

        application.carryOut(application.plan(documents.policy(first.version())));
        awaitPolicy(first);
    }

    private static byte[] blank() {
        try {
            return DrawnPictures.encode(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BlenderPolicy tuned(double minConformity) {
        DotPolicy dots = StandardPolicy.policy().dots();
        DotGate gate = new DotGate(1, 0, minConformity);
        return StandardPolicy.policy()
                .withDots(
                        "it-" + UUID.randomUUID(),
                        new DotPolicy(dots.evidence(), dots.neighbors(), dots.minCategorized(), gate));
    }

    private void putByHand(String document) {
        site.s3()
                .putObject(
                        request -> request.bucket(bucket()).key(PolicyKeys.CURRENT), RequestBody.fromString(document));
    }

    private void awaitPolicy(BlenderPolicy policy) {
        system.await(
                "answers by " + policy.version(), PATIENCE, () -> answeredBy().equals(policy.version()));
    }

    /** Every question is answered, whatever becomes of the policy; sources that are late are not what this is about. */
    private String answeredBy() {
        JsonNode answer = system.whole(() -> system.post("v1/lens", "image/png", picture));
        assertThat(answer.has("policy")).as("%s", answer).isTrue();
        return answer.path("policy").asText();
    }

    private String bucket() {
        return site.output(OutputNames.FEATURES_BUCKET);
    }
}
