package dev.sightline.local;

import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.site.Site;
import dev.sightline.local.site.SiteOptions;
import dev.sightline.local.terminal.Console;
import dev.sightline.storage.PolicyStore;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Opens the deployment when a document of it is asked for, since files need none. */
final class PolicyOptions {

    @Mixin
    private final SiteOptions site = new SiteOptions();

    int with(Console console, ToIntFunction<PolicyDocuments> work) {
        try (LazySite lazy = new LazySite(site, console)) {
            return work.applyAsInt(new PolicyDocuments(lazy::policies));
        }
    }

    /** Opens the deployment; the caller closes it. */
    Site open(Console console) {
        return site.open(console);
    }

    private static final class LazySite implements AutoCloseable {

        private final SiteOptions options;
        private final Console console;
        private @Nullable Site opened;

        LazySite(SiteOptions options, Console console) {
            this.options = options;
            this.console = console;
        }

        PolicyStore policies() {
            Site site = opened == null ? options.open(console) : opened;
            opened = site;
            return site.policies();
        }

        @Override
        public void close() {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
