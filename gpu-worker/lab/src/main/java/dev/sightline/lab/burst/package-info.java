/**
 * A simulation of uploads that come faster than they can be worked off: backlog, scaling and freshness, second by second.
 *
 * <p>The events of a second are taken together, so 100 million images take seconds. The same {@link dev.sightline.lab.burst.Scenario}
 * gives the same {@link dev.sightline.lab.burst.Outcome}; {@link dev.sightline.lab.burst.BurstReport} shows it. Read {@link
 * dev.sightline.lab.burst.Pipeline} first: it is one second of the flow.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.burst;
