package dev.sightline.local.fuzz;

import dev.sightline.local.system.Foreground;
import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.Preparation;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;
import dev.sightline.visual.AccessKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sends a running API what its OpenAPI document allows and forbids, and checks every answer by the document. */
public final class ApiFuzz {

    /** Where the configuration finds the key: other users of the machine can see a program's arguments. */
    private static final String KEY = "SIGHTLINE_API_KEY";

    /** Where the hooks find the API, which they ask for images that are there. */
    private static final String API = "SIGHTLINE_API";

    private final Places places;
    private final Console console;

    public ApiFuzz(Places places, Console console) {
        this.places = places;
        this.console = console;
    }

    /**
     * Runs until the time is spent; what it made is deleted at the end.
     *
     * @param api the base URL, ending in {@code /}
     * @param seed the same one sends the same requests, as far as the answers are the same
     * @throws LauncherException if an answer is not as documented; the output shows it with the request that repeats it
     */
    public void run(URI api, Duration time, long seed) {
        Path python = new Preparation(places, console).fuzzPython();
        AccessKey key = LocalKey.require(places.state());
        BoardLitter litter = BoardLitter.watch(api, key);
        try {
            Foreground.run(
                    console,
                    places.root(),
                    Map.of("NO_COLOR", "1", KEY, key.text(), API, api.toString()),
                    command(python, api, time, seed));
        } finally {
            litter.remove();
        }
        console.note("sightline: every answer was as documented");
    }

    /** Requests are not repeated on a broken connection: that would hide it. */
    private List<String> command(Path python, URI api, Duration time, long seed) {
        Path folder = places.root().resolve("infra/local/fuzz");
        return List.of(
                python.resolveSibling("schemathesis").toString(),
                "--config-file=" + folder.resolve("schemathesis.toml"),
                "run",
                api.resolve("v1/openapi.json").toString(),
                "--url=" + api.toString().replaceAll("/$", ""),
                "--max-time=" + time.toSeconds(),
                "--seed=" + seed,
                "--request-timeout=60",
                "--report=ndjson",
                "--report-dir=" + places.state().resolve("fuzz"));
    }
}
