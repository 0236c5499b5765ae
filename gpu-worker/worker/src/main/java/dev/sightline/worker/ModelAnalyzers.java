package dev.sightline.worker;

import dev.sightline.visual.ModelSet;

/** The analyzers of one model set. */
record ModelAnalyzers(ModelSet modelSet, AnalyzerPool pool) {}
