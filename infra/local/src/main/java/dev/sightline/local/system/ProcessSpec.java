package dev.sightline.local.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a long-running part.
 *
 * @param name of the part, unique in the system
 * @param command absolute program and its arguments
 * @param environment the whole environment, but for {@link ProcessTable#INHERITED}
 * @param log where its output goes, appended
 */
record ProcessSpec(String name, List<String> command, Map<String, String> environment, Path log) {

    ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
