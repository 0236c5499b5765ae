/**
 * Rankers learned from an exported engagement log: pairs of results of one answer, a linear and a tree model that are fitted to them, and how often
 * these order pairs of unseen users rightly.
 *
 * <p>Read {@link dev.sightline.lab.ranker.TrainingPairs} first.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.ranker;
