/**
 * Stage respond: the JSON that clients see, field by field. {@link dev.sightline.blender.respond.AnswerWriter} writes the answer to
 * a {@link dev.sightline.blender.receive.VisualQuery}; absent values are left out.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.respond;
