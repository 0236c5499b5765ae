package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testkit.ContractChanges;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients of the released document can use what is served now. */
@QuarkusTest
class ReleasedContractTest {

    private static final String RELEASED = "docs/openapi.json";

    private final LambdaApi api = new LambdaApi();

    @Test
    void servedDocument_breaksNothingThatIsReleased() throws IOException {
        JsonNode released = new ObjectMapper().readTree(root().resolve(RELEASED).toFile());

        assertThat(ContractChanges.breaking(released, api.document()))
                .as(
                        "breaking changes of the API. If they are meant, raise info.version and release the document anew: "
                                + "cp functions/blender/target/openapi/openapi.json %s",
                        RELEASED)
                .isEmpty();
    }

    /** Tests run in the module's folder, or in that of the checkout. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(parent -> Files.exists(parent.resolve(RELEASED)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s above %s".formatted(RELEASED, folder)));
    }
}
