/** The demonstration: material, uploads, one query of each kind, and a contact sheet. */
@org.jspecify.annotations.NullMarked
package dev.sightline.local.demo;
