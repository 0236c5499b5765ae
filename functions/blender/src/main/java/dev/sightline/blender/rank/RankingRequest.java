package dev.sightline.blender.rank;

import dev.sightline.blender.understand.QueryContext;
import dev.sightline.policy.Variant;

/** For whom a pool is ranked. {@code userHash}: empty if the request names no user. {@code requestId} decides whether the order is drawn. */
public record RankingRequest(QueryContext context, Variant variant, String userHash, String requestId) {}
