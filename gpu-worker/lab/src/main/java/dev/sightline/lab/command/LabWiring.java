package dev.sightline.lab.command;

import java.time.Clock;

/** What the commands take from their surroundings. */
final class LabWiring {

    private LabWiring() {}

    static Clock clock() {
        return Clock.systemUTC();
    }
}
