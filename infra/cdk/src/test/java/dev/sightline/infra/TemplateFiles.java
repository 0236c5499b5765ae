package dev.sightline.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.assertions.Template;

/** Templates as files. */
final class TemplateFiles {

    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private TemplateFiles() {}

    /** Writes those of a deployment. Arguments: its name, the folder. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[1]), Deployments.of(args[0]).templates());
    }

    static void write(Path folder, Map<String, Template> templates) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Template> stack : templates.entrySet()) {
            Files.writeString(folder.resolve(stack.getKey() + ".json"), text(stack.getValue()));
        }
    }

    static String text(Template template) throws JsonProcessingException {
        return JSON.writeValueAsString(template.toJSON());
    }
}
