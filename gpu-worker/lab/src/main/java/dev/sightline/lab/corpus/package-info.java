/** Pictures with known labels or boxes, and how they are divided so that no number is measured on what it was fitted to. */
@org.jspecify.annotations.NullMarked
package dev.sightline.lab.corpus;
