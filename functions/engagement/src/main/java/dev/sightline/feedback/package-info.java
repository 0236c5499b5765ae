/**
 * The engagement functions, two in one package: the <em>log</em> and the <em>roll-up</em>.
 *
 * <p>The log ({@link dev.sightline.feedback.EngagementHandler}) takes what clients report and what was served from its queue, and {@link
 * dev.sightline.feedback.LogWriter} adds it to the engagement log in S3. The roll-up
 * ({@link dev.sightline.feedback.RollUpHandler}), run by a schedule, counts what the log says into the view that queries read ({@link
 * dev.sightline.reconcile.EngagementRollUp}).
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.feedback;
