/**
 * Users that do not exist: they ask Related Pins, look, click and save, so that learning can be shown and tested without real ones.
 *
 * <p>Read {@link dev.sightline.lab.simulation.Behaviour} first: it holds all assumptions. What is found with simulated users is a property of
 * these assumptions and never a lift that real users would show. The paper has nothing of the kind; all of it is ours.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.simulation;
