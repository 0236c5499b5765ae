package dev.sightline.local.site;

import dev.sightline.local.system.LocalSystem;
import dev.sightline.local.system.Places;
import dev.sightline.local.terminal.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** The options of every operation that say where it works: on this machine unless a profile is named. */
public final class SiteOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "work on the deployment of this AWS profile, not on this machine's")
    private @Nullable String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region (default: the profile's)")
    private @Nullable String region;

    /** Whether it is this machine's system. */
    public boolean isLocal() {
        return profile == null;
    }

    /**
     * Opens the chosen deployment; the caller closes it.
     *
     * @throws dev.sightline.local.terminal.LauncherException if it does not run or does not answer
     */
    public Site open(Console console) {
        if (profile == null) {
            return Site.local(new LocalSystem(Places.fromEnvironment(System.getenv()), console).requireRunning());
        }
        System.setProperty(ProfileFileSystemSetting.AWS_PROFILE.property(), profile);
        if (region != null) {
            System.setProperty(SdkSystemSetting.AWS_REGION.property(), region);
        }
        return Site.aws(profile);
    }
}
