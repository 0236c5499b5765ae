package dev.sightline.local.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page's web server: serves {@code infra/web} and passes {@code /v1} on to the API, as CloudFront does in AWS. */
final class WebProcess {

    static final String NAME = "web";

    private final Places places;
    private final int port;
    private final Preparation preparation;

    WebProcess(Places places, int port, Preparation preparation) {
        this.places = places;
        this.port = port;
        this.preparation = preparation;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:%d/".formatted(port));
    }

    /** The origins under which browsers know the page, for the bucket that takes their uploads. */
    String origins() {
        return "http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(port);
    }

    /** Puts the page as it is now where the server finds it, which reads each file when it is asked for. */
    Path assemblePage() {
        Path page = places.program(NAME).resolve("page");
        preparation.page(page);
        return page;
    }

    ProcessSpec spec(LocalStack aws, Map<String, String> outputs) {
        Path program = places.program(NAME);
        Folders.replace(
                places.root().resolve("infra/local/target/classes/dev/sightline/local/web"),
                program.resolve("dev/sightline/local/web"));
        Path page = assemblePage();
        return new ProcessSpec(
                NAME,
                List.of(
                        places.java().toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        // LocalStack closes a connection that is idle for 5 s, perhaps just when the next request goes
                        // out.
                        "-Djdk.httpclient.keepalive.timeout=3",
                        // Browsers keep connections; without this the server would close the ones beyond 200.
                        "-Dsun.net.httpserver.maxIdleConnections=1000",
                        // Seconds in which a request must have come: a client that sends its body byte by byte is let
                        // go.
                        "-Dsun.net.httpserver.maxReqTime=60",
                        "-cp",
                        program.toString(),
                        "dev.sightline.local.web.WebServer",
                        Integer.toString(port),
                        page.toString(),
                        RunningSystem.api(aws.endpoint().getPort(), outputs).toString(),
                        aws.endpoint().toString(),
                        LocalKey.file(places.state()).toString(),
                        places.state().resolve("evaluation/report.json").toString()),
                Map.of(),
                places.log(NAME));
    }
}
