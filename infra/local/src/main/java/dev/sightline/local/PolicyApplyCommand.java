package dev.sightline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.local.policy.PolicyApplication;
import dev.sightline.local.policy.PolicyApplication.Plan;
import dev.sightline.local.policy.PolicyDiffView;
import dev.sightline.local.policy.PolicyDocuments;
import dev.sightline.local.site.Site;
import dev.sightline.local.terminal.Console;
import dev.sightline.policy.BlenderPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a policy, shows what changes, and puts it in force, unless another one came into force meanwhile.",
            "The former one is kept: go back with ./sightline policy apply VERSION.",
            "A version that was used for another content is refused."
        })
final class PolicyApplyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PolicyOptions options;

    @Parameters(
            paramLabel = "POLICY",
            description = "a file, '" + PolicyDocuments.STANDARD + "', or a version that was applied")
    private String name = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    PolicyApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Site site = options.open(console)) {
            BlenderPolicy next = new PolicyDocuments(site::policies).policy(name);
            apply(new PolicyApplication(site.policies()), next);
        }
        return 0;
    }

    private void apply(PolicyApplication application, BlenderPolicy next) {
        Plan plan = application.plan(next);
        if (!json) {
            show(plan);
        }
        if (!plan.isDone()) {
            application.carryOut(plan);
        }
        if (json) {
            console.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("applied", !plan.isDone())
                    .set("diff", PolicyDiffView.json(plan.diff()))
                    .toPrettyString());
        } else {
            console.print(
                    plan.isDone()
                            ? "%s is in force already".formatted(next.version())
                            : "%s is in force; functions that run notice within 30 s of their next request"
                                    .formatted(next.version()));
        }
    }

    private void show(Plan plan) {
        if (plan.before() == null) {
            console.note(
                    "The document in force is not valid, so functions refuse it; compared with the standard policy:");
        }
        PolicyDiffView.lines(plan.diff()).forEach(console::print);
    }
}
