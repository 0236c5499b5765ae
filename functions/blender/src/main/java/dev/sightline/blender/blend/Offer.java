package dev.sightline.blender.blend;

import dev.sightline.blender.search.Candidate;
import dev.sightline.policy.CandidateSource;

/** What a source offers: a candidate with its rank there, from 1. */
record Offer(CandidateSource source, int rank, Candidate candidate) {}
