package dev.sightline.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * What is turned away before it is a request: addresses that ask too much, and those that AWS knows for attacks. No rule looks at bodies,
 * which are pictures.
 */
final class ApiFirewall extends Construct {

    private static final int WINDOW_SECONDS = 300;

    ApiFirewall(Construct scope, AccessSettings settings, RestApi api) {
        super(scope, "Firewall");
        CfnWebACL firewall = CfnWebACL.Builder.create(this, "Rules")
                .description("Sightline: limits of one address")
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(seenAs("Requests"))
                .rules(List.of(addressesThatAskTooMuch(settings.requestsPerAddress()), knownAttackers()))
                .build();
        CfnWebACLAssociation.Builder.create(this, "OfTheStage")
                .webAclArn(firewall.getAttrArn())
                .resourceArn(api.getDeploymentStage().getStageArn())
                .build();
    }

    private static CfnWebACL.RuleProperty addressesThatAskTooMuch(int limit) {
        return CfnWebACL.RuleProperty.builder()
                .name("Rate")
                .priority(0)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .evaluationWindowSec(WINDOW_SECONDS)
                                .limit(limit)
                                .build())
                        .build())
                .visibilityConfig(seenAs("Rate"))
                .build();
    }

    private static CfnWebACL.RuleProperty knownAttackers() {
        return CfnWebACL.RuleProperty.builder()
                .name("Reputation")
                .priority(1)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name("AWSManagedRulesAmazonIpReputationList")
                                .build())
                        .build())
                .visibilityConfig(seenAs("Reputation"))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty seenAs(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .metricName("Sightline" + name)
                .build();
    }
}
