package dev.sightline.local;

import dev.sightline.events.AccessKeyRecord;
import dev.sightline.local.keys.IssuedKey;
import dev.sightline.local.keys.KeyDesk;
import dev.sightline.local.keys.KeyTable;
import dev.sightline.local.keys.WantedKey;
import dev.sightline.local.terminal.Console;
import dev.sightline.visual.AccessRole;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {
            "The keys of the API. Of a key only the hash of its secret is kept: who loses a key needs another one.",
            "A change holds within 30 seconds, which is how long the API believes what it read of a key."
        })
final class KeysCommand implements Runnable {

    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec;

    KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with keys.");
    }

    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = "Makes a key and prints it: this is the only time that anybody can see it.")
    int issue(@Mixin KeyPlace place, @ArgGroup(exclusive = false, multiplicity = "1") Wanted wanted) {
        return shown(with(place, desk -> desk.issue(wanted.key())));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all keys, never their secrets.")
    int list(@Mixin KeyPlace place, @Option(names = "--json", description = "print JSON") boolean json) {
        List<AccessKeyRecord> keys = with(place, KeyDesk::list);
        if (json) {
            console.print(KeyTable.json(keys, clock.instant()).toPrettyString());
        } else {
            KeyTable.lines(keys, clock.instant()).forEach(console::print);
        }
        return 0;
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes a key like another one, which opens for a while yet, and prints it.")
    int rotate(
            @Mixin KeyPlace place,
            @Parameters(paramLabel = "ID", description = "of the old key, as 'list' shows it") String id,
            @Option(
                            names = "--grace",
                            paramLabel = "MINUTES",
                            defaultValue = "60",
                            description = "how long the old key opens yet (default: 60)")
                    int minutes) {
        if (minutes < 0) {
            throw new ParameterException(spec.commandLine(), "expected --grace of at least 0 minutes, got " + minutes);
        }
        return shown(with(place, desk -> desk.rotate(id, Duration.ofMinutes(minutes))));
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Takes a key back, for ever.")
    int revoke(@Mixin KeyPlace place, @Parameters(paramLabel = "ID", description = "as 'list' shows it") String id) {
        AccessKeyRecord revoked = with(place, desk -> desk.revoke(id));
        console.note("Revoked %s (%s); it opens nothing within 30 seconds.".formatted(revoked.id(), revoked.name()));
        return 0;
    }

    /** The key alone on the standard output, so that a script can take it. */
    private int shown(IssuedKey issued) {
        console.print(issued.key().text());
        console.note("Key %s for '%s', role %s. Keep it now: nobody can show it again."
                .formatted(
                        issued.kept().id(), issued.kept().name(), issued.kept().role()));
        return 0;
    }

    private <T> T with(KeyPlace place, Function<KeyDesk, T> work) {
        return place.with(console, store -> work.apply(new KeyDesk(store, clock, new SecureRandom())));
    }

    /** What the key shall be. */
    static final class Wanted {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "whose key it is, for people")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                converter = RoleConverter.class,
                description = "read, write or admin")
        private AccessRole role = AccessRole.READ;

        @Option(
                names = "--collection",
                paramLabel = "NAME",
                description = "the only collection that it sees (default: all)")
        private @Nullable String collection;

        @Option(names = "--days", paramLabel = "D", description = "after how many days it expires (default: never)")
        private @Nullable Integer days;

        WantedKey key() {
            return new WantedKey(name, role, collection, days == null ? null : Duration.ofDays(days));
        }
    }
}
