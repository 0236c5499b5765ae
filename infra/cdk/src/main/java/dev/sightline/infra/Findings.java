package dev.sightline.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * What cdk-nag's AwsSolutions finds and we leave as it is, each with the reason; a test fails on any other finding. Statements with a wildcard
 * have their reasons in {@code wildcards.json} of the tests, one by one.
 */
final class Findings {

    private Findings() {}

    static void explain(IConstruct construct, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }

    /** In the one place that knows all: a test compares those with a list that has a reason for each. */
    static void explainWildcards(App app) {
        List<NagPackSuppression> listed = List.of(NagPackSuppression.builder()
                .id("AwsSolutions-IAM5")
                .reason(
                        "Each statement with a wildcard has its own reason in wildcards.json, which WildcardsTest keeps complete")
                .build());
        app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .forEach(stack -> NagSuppressions.addStackSuppressions(stack, listed, true));
    }

    static void explainFunction(IConstruct function) {
        explain(
                function,
                "AwsSolutions-IAM4",
                "AWS's own policies for functions in a network: writing logs and attaching network interfaces, for which AWS has no narrower form");
    }

    static void explainSearch(IConstruct domain, DeploymentSize.Search size) {
        explain(
                domain,
                "AwsSolutions-OS3",
                "The security group lets the functions in only, which is narrower than a list of addresses");
        if (size.nodes() == 1) {
            explain(
                    domain,
                    "AwsSolutions-OS4",
                    "A small deployment rebuilds its index from S3 instead of paying leaders");
            explain(domain, "AwsSolutions-OS7", "A small deployment has one node, which is in one zone");
        }
    }

    static void explainApi(IConstruct api) {
        explain(
                api,
                "AwsSolutions-APIG2",
                "The function validates each request against the published contract, and answers with problems");
        explain(
                api,
                "AwsSolutions-APIG4",
                "The function asks for keys of our own, with roles and collections: decision 0046");
        explain(
                api,
                "AwsSolutions-COG4",
                "The function asks for keys of our own, with roles and collections: decision 0046");
        explain(
                api,
                "AwsSolutions-IAM4",
                "API Gateway's own policy for writing its logs, for which AWS has no narrower form");
    }

    static void explainTask(IConstruct task) {
        explain(
                task,
                "AwsSolutions-ECS2",
                "The values are names of buckets and queues, settings and no secrets: the worker has none");
    }

    static void explainMachines(IConstruct machines) {
        explain(
                machines,
                "AwsSolutions-AS3",
                "Machines come and go with the tasks; what matters is the backlog, which has an alarm");
    }

    static void explainSecret(IConstruct secret, String reason) {
        explain(secret, "AwsSolutions-SMG4", reason);
    }

    static void explainPage(IConstruct distribution, PageSettings page) {
        explain(
                distribution,
                "AwsSolutions-CFR1",
                "The page is for everybody; a deployment that is not has its own rule");
        explain(
                distribution,
                "AwsSolutions-CFR2",
                "The firewall is before the API, where requests cost; the page's files are public and cached");
        if (page.certificate() == null) {
            explain(
                    distribution,
                    "AwsSolutions-CFR4",
                    "CloudFront's own name takes older TLS whatever is asked for; a deployment with a name of its own takes 1.2 and newer");
        }
    }

    /** The function that copies files into a bucket is CDK's own. */
    static void explainCopies(Stack stack) {
        stack.getNode().findAll().stream()
                .filter(construct -> construct.getNode().getId().startsWith("Custom::CDKBucketDeployment"))
                .forEach(function -> {
                    explain(function, "AwsSolutions-IAM4", "CDK's own function: it writes its logs");
                    explain(function, "AwsSolutions-L1", "CDK's own function: its runtime is CDK's");
                });
    }
}
