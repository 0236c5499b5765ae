package dev.sightline.blender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.events.PolicyKeys;
import dev.sightline.policy.BlenderPolicy;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.storage.S3Clients;
import dev.sightline.storage.S3PolicyStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A policy that is written to the bucket comes into force, with threads and clock as in the function. */
class ReloadingPoliciesIT {

    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOKS = 10;

    private final String bucket = "it-policies-" + UUID.randomUUID();
    private S3Client s3;
    private S3PolicyStore store;

    @BeforeEach
    void makeBucket() {
        String url = System.getenv("AWS_ENDPOINT_URL");
        assertThat(url).as("AWS_ENDPOINT_URL; run ./sightline test").isNotNull();
        assertThat(URI.create(url).getHost()).isEqualTo("127.0.0.1");
        s3 = S3Clients.create();
        s3.createBucket(request -> request.bucket(bucket));
        store = new S3PolicyStore(s3, bucket);
    }

    @AfterEach
    void removeBucket() {
        s3.deleteObject(request -> request.bucket(bucket).key(PolicyKeys.CURRENT));
        s3.deleteBucket(request -> request.bucket(bucket));
        s3.close();
    }

    @Test
    void current_whileDocumentsComeAndGo_followsTheValidOnes() {
        ReloadingPolicies policies = new ReloadingPolicies(store, EVERY, Clock.systemUTC(), Thread::startVirtualThread);
        assertThat(policies.current()).isEqualTo(StandardPolicy.policy());

        BlenderPolicy first = renamed("first");
        assertThat(store.replace(PolicyDocument.write(first), null)).isTrue();
        await(policies, first);

        BlenderPolicy second = renamed("second");
        assertThat(store.replace(PolicyDocument.write(second), store.etag().orElseThrow()))
                .isTrue();
        await(policies, second);
        assertThat(new ReloadingPolicies(store, EVERY, Clock.systemUTC(), Thread::startVirtualThread).current())
                .isEqualTo(second);

        s3.putObject(request -> request.bucket(bucket).key(PolicyKeys.CURRENT), RequestBody.fromString("{}"));
        for (int look = 0; look < LOOKS; look++) {
            LockSupport.parkNanos(EVERY.toNanos());
            assertThat(policies.current()).isEqualTo(second);
        }

        s3.deleteObject(request -> request.bucket(bucket).key(PolicyKeys.CURRENT));
        await(policies, StandardPolicy.policy());
    }

    private static BlenderPolicy renamed(String version) {
        return StandardPolicy.policy().withDots(version, StandardPolicy.policy().dots());
    }

    private static void await(ReloadingPolicies policies, BlenderPolicy expected) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!policies.current().equals(expected)) {
            assertThat(Instant.now())
                    .as("still %s", policies.current().version())
                    .isBefore(deadline);
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }
}
