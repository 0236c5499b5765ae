package dev.sightline.local.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;

/** Serves the page and its API on one loopback port. */
public final class WebServer {

    private static final int ARGUMENTS = 8;

    private WebServer() {}

    /**
     * Arguments: port, folder of the page, base URL of the API, origin to which the page may send uploads, file of the API's key, file of the last
     * evaluation's report, folder of the system's logs, file of prices.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "expected port, page folder, API URL, storage origin, key file, evaluation, logs and prices, got %d arguments"
                            .formatted(arguments.length));
        }
        Path page = Path.of(arguments[1]);
        SecurityHeaders headers = SecurityHeaders.read(page.resolve(SecurityHeaders.FILE), arguments[3]);
        ApiPassage api =
                new ApiPassage(URI.create(arguments[2]), new KeyFile(Path.of(arguments[4])), BodyIntake.DEFAULT);
        Parts parts = new Parts(
                new PageFiles(page, Path.of(arguments[5])),
                api,
                new TraceMemory(),
                new MetricsFile(
                        new MetricLogs(Path.of(arguments[6])), Prices.read(Path.of(arguments[7])), Clock.systemUTC()));
        start(Integer.parseInt(arguments[0]), parts, headers);
    }

    /**
     * What is served.
     *
     * @param traces of which this server is the collector
     */
    record Parts(PageFiles page, ApiPassage api, TraceMemory traces, MetricsFile metrics) {}

    /** A server that answers; port 0 takes any. */
    static HttpServer start(int port, Parts parts, SecurityHeaders headers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        LocalOrigin origin = new LocalOrigin(server.getAddress().getPort(), headers);
        Map.of(
                        "/",
                        parts.page(),
                        "/v1/",
                        parts.api(),
                        TraceIntake.PATH,
                        new TraceIntake(parts.traces()),
                        TraceFile.PATH,
                        new TraceFile(parts.traces()),
                        MetricsFile.PATH,
                        parts.metrics())
                .forEach((path, part) ->
                        server.createContext(path, part).getFilters().add(origin));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }
}
