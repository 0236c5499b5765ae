package dev.sightline.local;

import dev.sightline.events.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code ./sightline --version} prints. */
final class LauncherVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "Sightline " + BuildVersion.of(LauncherVersion.class).text()
        };
    }
}
