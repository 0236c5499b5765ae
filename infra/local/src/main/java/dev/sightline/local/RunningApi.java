package dev.sightline.local;

import dev.sightline.local.ask.ApiClient;
import dev.sightline.local.system.LocalKey;
import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.system.RunningSystem;
import dev.sightline.local.terminal.Console;
import dev.sightline.local.terminal.LauncherException;

/** The API of this machine's running system, asked with this machine's key. */
final class RunningApi {

    private RunningApi() {}

    /**
     * A client of it.
     *
     * @throws LauncherException if no system runs, or its key is lost
     */
    static ApiClient open(Console console) {
        Places places = Places.fromEnvironment(System.getenv());
        RunningSystem system = new LocalSystem(places, console).requireRunning();
        return new ApiClient(system.api(), LocalKey.require(places.state()));
    }
}
