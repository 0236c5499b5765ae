/**
 * The house rules that a compiler cannot check, each with its reason.
 *
 * <p>{@link dev.sightline.architecture.HouseRulesTest} holds the code of all modules against them; {@link
 * dev.sightline.architecture.RulesCatchMistakesTest} holds each against a class that breaks it ({@code dev.sightline.*.wrong}), so
 * that no rule can pass by checking nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.architecture;
