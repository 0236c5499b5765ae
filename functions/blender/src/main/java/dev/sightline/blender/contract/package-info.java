/**
 * The OpenAPI document: annotations say what one operation or field is, and {@link dev.sightline.blender.contract.ContractFilter} adds at build
 * time what holds for all of them.
 */
@org.jspecify.annotations.NullMarked
package dev.sightline.blender.contract;
