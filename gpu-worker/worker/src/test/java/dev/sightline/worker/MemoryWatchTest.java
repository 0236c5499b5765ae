package dev.sightline.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryWatchTest {

    private static final String STATUS = """
            Name:	java
            VmHWM:	 9999999 kB
            VmRSS:	    3000 kB
            RssAnon:	    2000 kB
            """;

    @TempDir
    private Path folder;

    private final List<String> recycled = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"3071999, 1", "3072000, 0", "0, 0"})
    void look_asksForANewStartAboveTheCeilingOnly(long ceiling, int asked) throws IOException {
        Path status = Files.writeString(folder.resolve("status"), STATUS);

        new MemoryWatch(new ResidentMemory(status), ceiling, recycled::add).look();

        assertThat(recycled).hasSize(asked).allMatch(reason -> reason.endsWith("got 3072000"));
    }

    @Test
    void look_whereTheSystemDoesNotTell_doesNothing() {
        new MemoryWatch(new ResidentMemory(folder.resolve("none")), 1, recycled::add).look();

        assertThat(recycled).isEmpty();
    }

    @Test
    void bytes_ofThisProcess_arePlausible() {
        // Read on the machines that run this test: Linux.
        assertThat(new ResidentMemory(ResidentMemory.OF_THIS_PROCESS).bytes().orElse(0))
                .isBetween(10_000_000L, MemoryWatch.defaultCeiling());
    }
}
