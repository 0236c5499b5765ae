package dev.sightline.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.assertions.Template;

/** What the roles of a template may do. */
final class Statements {

    private Statements() {}

    /** Of all inline policies. */
    static List<Map<?, ?>> of(Template template) {
        List<Map<?, ?>> found = new ArrayList<>();
        template.findResources("AWS::IAM::Policy").values().forEach(policy -> {
            Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) policy).get("Properties"));
            Map<?, ?> document = (Map<?, ?>) Objects.requireNonNull(properties.get("PolicyDocument"));
            ((List<?>) Objects.requireNonNull(document.get("Statement")))
                    .forEach(statement -> found.add((Map<?, ?>) statement));
        });
        return found;
    }

    /** Inline policies that allow an action on all resources. */
    static List<String> onEverything(Template template) {
        List<String> found = new ArrayList<>();
        template.findResources("AWS::IAM::Policy").values().forEach(policy -> {
            String text = policy.toString();
            if (text.contains("Resource=*") || text.contains("Action=*")) {
                found.add(text);
            }
        });
        return found;
    }
}
