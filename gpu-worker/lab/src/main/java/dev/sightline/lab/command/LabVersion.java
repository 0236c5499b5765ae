package dev.sightline.lab.command;

import dev.sightline.events.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class LabVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Sightline " + BuildVersion.of(LabVersion.class).text()};
    }
}
