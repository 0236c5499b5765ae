package dev.sightline.local.system;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.terminal.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AWS on this machine: LocalStack in host mode, with our executor for functions. Its state lives in memory only. */
public final class LocalStack {

    static final String NAME = "localstack";

    /** What every client of it needs, beside the endpoint. */
    public static final Map<String, String> CREDENTIALS = Map.of(
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_REGION", "us-east-1",
            "AWS_DEFAULT_REGION", "us-east-1");

    private final Places places;
    private final int port;

    LocalStack(Places places, int port) {
        this.places = places;
        this.port = port;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The endpoint and credentials, as the AWS SDKs read them. */
    Map<String, String> clientEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>(CREDENTIALS);
        environment.put("AWS_ENDPOINT_URL", endpoint().toString());
        return environment;
    }

    URI health() {
        return endpoint().resolve("/_localstack/health");
    }

    ProcessSpec spec(Path python) {
        Folders.delete(state());
        return new ProcessSpec(
                NAME,
                List.of(python.toString(), "-P", "-m", "localstack.runtime.main"),
                environment(),
                places.log(NAME));
    }

    private Path state() {
        return places.state().resolve("localstack");
    }

    /** The variables of {@code environment.json}, with this system's values for its placeholders. */
    private Map<String, String> environment() {
        Path plugin = places.root().resolve("infra/local/localstack");
        Map<String, String> values = Map.of(
                "{port}", Integer.toString(port),
                "{state}", state().toString(),
                "{logs}", places.state().resolve("logs/functions").toString(),
                "{java}", places.java().toString(),
                "{ric}",
                        places.root()
                                .resolve("infra/local/target/runtime-interface-client")
                                .toString(),
                "{plugin}", plugin.toString());
        Map<String, String> environment = new LinkedHashMap<>();
        template(plugin.resolve("environment.json")).forEach((name, text) -> environment.put(name, fill(text, values)));
        return environment;
    }

    private static Map<String, String> template(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new LauncherException("cannot read " + file, e);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }
}
