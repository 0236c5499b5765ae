package dev.sightline.local.system;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import dev.sightline.local.terminal.LauncherException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page's web server: serves {@code infra/web} and passes {@code /v1} on to the API, as CloudFront does in AWS. */
final class WebProcess {

    static final String NAME = "web";

    /** What an hour of a worker costs. */
    private static final String PRICES = "gpu-worker/lab/src/main/resources/dev/sightline/lab/scale/prices.json";

    /** One class of each library that the server needs. */
    private static final List<Class<?>> LIBRARIES = List.of(
            ExportTraceServiceRequest.class, Message.class, ObjectMapper.class, JsonFactory.class, JsonInclude.class);

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

    /** The collector to which all parts send their spans. */
    URI collector() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A copy of the library with this class, which stays whole while the checkout is built again. */
    private static Path libraryOf(Class<?> type, Path folder) {
        try {
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path copy = Files.createDirectories(folder).resolve(jar.getFileName());
            return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | URISyntaxException e) {
            throw new LauncherException("cannot copy the library of " + type.getName(), e);
        }
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
        List<String> classPath = new ArrayList<>(List.of(program.toString()));
        LIBRARIES.stream()
                .map(type -> libraryOf(type, program.resolve("lib")))
                .distinct()
                .map(Path::toString)
                .forEach(classPath::add);
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
                        String.join(File.pathSeparator, classPath),
                        "dev.sightline.local.web.WebServer",
                        Integer.toString(port),
                        page.toString(),
                        RunningSystem.api(aws.endpoint().getPort(), outputs).toString(),
                        aws.endpoint().toString(),
                        LocalKey.file(places.state()).toString(),
                        places.state().resolve("evaluation/report.json").toString(),
                        places.log(NAME).resolveSibling("").toString(),
                        places.root().resolve(PRICES).toString()),
                Map.of(),
                places.log(NAME));
    }
}
