/**
 * The engagement functions, two in one package.
 *
 * <p>Stages: <em>log</em> ({@link dev.sightline.feedback.LogWriter}) adds what clients report and what was served to the engagement log in S3;
 * <em>roll up</em> ({@link dev.sightline.reconcile.EngagementRollUp}), run by a schedule, counts what the log says into the view that queries
 * read. {@link dev.sightline.feedback.EngagementHandler} and {@link dev.sightline.feedback.RollUpHandler} are the entry points.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.feedback;
