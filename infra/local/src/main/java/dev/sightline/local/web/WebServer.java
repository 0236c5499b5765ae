package dev.sightline.local.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Serves the page and its API on one loopback port. */
public final class WebServer {

    private static final int ARGUMENTS = 6;

    private WebServer() {}

    /**
     * Arguments: port, folder of the page, base URL of the API, origin to which the page may send uploads, file of the API's key, file of the last
     * evaluation's report.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException(
                    "expected port, page folder, API URL, storage origin, key file and evaluation, got %d arguments"
                            .formatted(arguments.length));
        }
        Path page = Path.of(arguments[1]);
        SecurityHeaders headers = SecurityHeaders.read(page.resolve(SecurityHeaders.FILE), arguments[3]);
        ApiPassage api = new ApiPassage(URI.create(arguments[2]), new KeyFile(Path.of(arguments[4])));
        start(Integer.parseInt(arguments[0]), new PageFiles(page, Path.of(arguments[5])), api, headers);
    }

    /** A server that answers; port 0 takes any. */
    static HttpServer start(int port, PageFiles page, ApiPassage api, SecurityHeaders headers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        LocalOrigin origin = new LocalOrigin(server.getAddress().getPort(), headers);
        server.createContext("/", page).getFilters().add(origin);
        server.createContext("/v1/", api).getFilters().add(origin);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }
}
