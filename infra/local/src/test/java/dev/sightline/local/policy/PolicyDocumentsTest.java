package dev.sightline.local.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sightline.local.terminal.LauncherException;
import dev.sightline.policy.PolicyDocument;
import dev.sightline.policy.StandardPolicy;
import dev.sightline.testkit.InMemoryPolicyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDocumentsTest {

    @TempDir
    private Path folder;

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final PolicyDocuments documents = new PolicyDocuments(() -> store);
    private final PolicyDocuments offline = new PolicyDocuments(() -> {
        throw new AssertionError("the deployment was asked");
    });

    @Test
    void policy_ofFilesAndTheStandard_needsNoDeployment() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), StandardPolicy.document());

        assertThat(offline.policy(file.toString())).isEqualTo(StandardPolicy.policy());
        assertThat(offline.policy("standard")).isEqualTo(StandardPolicy.policy());
    }

    @Test
    void policy_current_isTheStandardOneUntilAnotherIsInForce() {
        assertThat(documents.policy("current")).isEqualTo(StandardPolicy.policy());
        store.put(PolicyDocument.write(PolicyApplicationTest.tuned("tuned-1", 0.5)));
        assertThat(documents.policy("current")).isEqualTo(PolicyApplicationTest.tuned("tuned-1", 0.5));
    }

    @Test
    void policy_ofAVersion_isTheOneThatWasKept() {
        store.keep("tuned-1", PolicyDocument.write(PolicyApplicationTest.tuned("tuned-1", 0.5)));

        assertThat(documents.policy("tuned-1").version()).isEqualTo("tuned-1");
    }

    @Test
    void policy_ofNothing_saysWhatThereIs() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> documents.policy("tuned-9"))
                .withMessage("expected a file, 'current', 'standard', or a version that was applied, got 'tuned-9'");
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> offline.policy("no/such.json"))
                .withMessageStartingWith("no file ")
                .withMessageEndingWith("no/such.json");
    }

    @Test
    void policy_ofAnInvalidFile_namesFileAndMistakes() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "[]");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> offline.policy(file.toString()))
                .withMessageContaining("mine.json: the policy is not valid")
                .withMessageContaining("expected an object, got []");
    }
}
