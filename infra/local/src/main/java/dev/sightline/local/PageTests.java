package dev.sightline.local;

import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the page is tested in a real browser.
 *
 * @param browser the binary of the system's Chromium
 * @param packages folder whose {@code node_modules} drive it
 */
record PageTests(Path browser, Path packages) {

    /** Fails early, before minutes of other tests, if there is no browser. */
    static PageTests prepared(Preparation preparation) {
        return new PageTests(preparation.chromium(), preparation.webTestPackages());
    }

    List<String> command() {
        return List.of("node", "--test", "--test-reporter=spec", "infra/web/test/browser/page.test.js");
    }

    /** Tests of what needs no browser. File by file, since versions of Node differ in what else they take. */
    static List<String> unitCommand(Path root) {
        Path folder = root.resolve("infra/web/test/unit");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> tests = files.map(Path::toString)
                    .filter(file -> file.endsWith(".test.js"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of("node", "--test", "--test-reporter=dot"), tests.stream())
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("cannot list " + folder, e);
        }
    }

    Map<String, String> environment(Places places, RunningSystem system) {
        return Map.of(
                "SIGHTLINE_PAGE",
                system.page().toString(),
                "SIGHTLINE_WEB_PACKAGES",
                packages.toString(),
                "SIGHTLINE_CHROMIUM",
                browser.toString(),
                "SIGHTLINE_CORPUS",
                places.corpus().toString(),
                "SIGHTLINE_SCREENSHOTS",
                places.root().resolve("target/page").toString());
    }
}
