package dev.sightline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardPolicyTest {

    @Test
    void document_always_isValid() {
        assertThat(PolicyDocument.check(StandardPolicy.document())).isEmpty();
    }

    @Test
    void document_always_isInTheFormThatIsWritten() {
        assertThat(PolicyDocument.write(StandardPolicy.policy())).isEqualTo(StandardPolicy.document());
    }
}
