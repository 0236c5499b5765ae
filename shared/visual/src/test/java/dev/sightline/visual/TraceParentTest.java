package dev.sightline.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    /** The example of the standard. */
    private static final String EXAMPLE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void parse_theExampleOfTheStandard_isReadAndWrittenAsItIs() {
        TraceParent parent = TraceParent.parse(EXAMPLE).orElseThrow();

        assertThat(parent.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(parent.parentId()).isEqualTo("b7ad6b7169203331");
        assertThat(parent.flags()).isEqualTo("01");
        assertThat(parent.text()).isEqualTo(EXAMPLE);
    }

    @Test
    void parse_aLaterVersion_takesWhatItKnows() {
        assertThat(TraceParent.parse("01" + EXAMPLE.substring(2) + "-what-the-future-brings"))
                .map(TraceParent::text)
                .contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                " 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void parse_whatTheStandardForbids_isNone(String text) {
        assertThat(TraceParent.parse(text)).isEmpty();
    }

    @Test
    void child_always_staysInTheTraceUnderAnIdOfItsOwn() {
        TraceParent parent = TraceParent.parse(EXAMPLE).orElseThrow();

        TraceParent child = parent.child(new Random(1));

        assertThat(child.traceId()).isEqualTo(parent.traceId());
        assertThat(child.flags()).isEqualTo("01");
        assertThat(child.parentId()).matches("[0-9a-f]{16}").isNotEqualTo(parent.parentId());
        assertThat(TraceParent.parse(child.text())).contains(child);
    }

    @Test
    void traceParent_ofAnotherForm_isRefused() {
        assertThatThrownBy(() -> new TraceParent("0".repeat(32), "b7ad6b7169203331", "01"))
                .hasMessageContaining("got '%s'".formatted("0".repeat(32)));
    }
}
