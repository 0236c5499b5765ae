package dev.sightline.local.system;

import dev.sightline.local.terminal.Console;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * An OpenSearch node for the time of one command, on a free port, beside one that may be up. It stops, and its data goes, at the end
 * and also when the user interrupts the command.
 */
public final class TemporarySearch implements AutoCloseable {

    private final Places places;
    private final ProcessTable processes;
    private final SearchNode node;
    private final Thread hook = new Thread(this::stop, "stop-search");
    private boolean stopped;

    private TemporarySearch(Places places) {
        this.places = places;
        processes = new ProcessTable(places.state().resolve("run"));
        node = new SearchNode(places, PortOwner.anyFree());
    }

    /** Starts a node and waits until it answers. */
    public static TemporarySearch start(Places places, Console console) {
        Instant start = Instant.now();
        String own = "search-" + ProcessHandle.current().pid();
        var search = new TemporarySearch(places.withState(places.state().resolve(own)));
        Runtime.getRuntime().addShutdownHook(search.hook);
        try {
            search.launch();
        } catch (RuntimeException e) {
            search.close();
            throw e;
        }
        console.done("OpenSearch with k-NN on " + search.endpoint(), Duration.between(start, Instant.now()));
        return search;
    }

    private void launch() {
        ProcessSpec spec = node.spec();
        ProcessHandle process = processes.start(spec);
        new Readiness().await(spec.name(), process, node.health(), spec.log());
    }

    /** Where it answers. */
    public URI endpoint() {
        return node.endpoint();
    }

    private synchronized void stop() {
        if (!stopped) {
            stopped = true;
            processes.stop(SearchNode.NAME);
            Folders.delete(places.state());
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM ends, and its hook finds nothing left to do.
        }
    }
}
