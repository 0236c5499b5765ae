package dev.sightline.blender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deployed holds what the function needs, and nothing of its tests. */
class FunctionZipIT {

    private List<String> entries = List.of();

    @BeforeEach
    void readTheZip() throws IOException {
        try (ZipFile zip = new ZipFile("target/function.zip")) {
            entries = zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void zip_holdsTheFunctionAndItsLibraries() {
        assertThat(entries)
                .contains("dev/sightline/blender/LensResource.class", "sightline-version.properties")
                .anyMatch(name -> name.matches("lib/dev\\.sightline\\.sightline-events-.*\\.jar"))
                .anyMatch(name -> name.matches("lib/io\\.quarkus\\.quarkus-amazon-lambda-rest-.*\\.jar"));
    }

    @Test
    void zip_holdsNothingOfTheTests() {
        assertThat(entries)
                .noneMatch(name -> name.matches("lib/.*(junit|assertj|jqwik|testkit|nativeimage).*"))
                .noneMatch(name -> name.matches("dev/sightline/.*(Test|IT)\\.class"))
                .noneMatch(name -> name.startsWith("events/"));
    }
}
