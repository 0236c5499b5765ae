/**
 * What clients report of their users: {@link dev.sightline.blender.feedback.EventIntake} checks each event by itself and sends the valid ones
 * to the engagement queue.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.feedback;
