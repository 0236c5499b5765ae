package dev.sightline.local;

import dev.sightline.local.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command the console and, on first use, the places. */
final class CommandFactory implements IFactory {

    private final Console console;

    CommandFactory(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Console.class).newInstance(console);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
