package dev.sightline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deployed of every function: what it needs, and nothing of its tests. */
public abstract class FunctionZipContract {

    private List<String> entries = List.of();

    /** Files of the function's own that it cannot do without. */
    protected abstract Set<String> own();

    /** The library by which the platform calls it. */
    protected String platform() {
        return "quarkus-amazon-lambda";
    }

    @BeforeEach
    final void readTheZip() throws IOException {
        try (ZipFile zip = new ZipFile("target/function.zip")) {
            entries = zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    final void zip_holdsTheFunctionAndItsLibraries() {
        assertThat(entries)
                .containsAll(own())
                .anyMatch(name -> name.matches("lib/dev\\.sightline\\.sightline-events-.*\\.jar"))
                .anyMatch(name -> name.matches("lib/io\\.quarkus\\.%s-[0-9].*\\.jar".formatted(platform())));
    }

    @Test
    final void zip_holdsNothingOfTheTests() {
        assertThat(entries)
                .noneMatch(name -> name.matches("lib/.*(junit|assertj|jqwik|testkit|nativeimage).*"))
                .noneMatch(name -> name.matches("dev/sightline/.*(Test|IT)\\.class"))
                .noneMatch(name -> name.startsWith("events/"));
    }
}
