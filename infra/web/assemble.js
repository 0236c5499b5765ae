// Puts the page, the headers that belong to it and the libraries that it runs on into one folder, as a web server or a bucket needs them.
// Usage: node assemble.js NODE_MODULES TARGET [REPORT]
// REPORT: the report.json of `./sightline evaluate`, for the page to draw.

import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIBRARIES = { 'cropperjs/dist/cropper.esm.min.js': 'lib/cropper.js' };

const [modules, target, report] = process.argv.slice(2);
if (!target) {
  throw new Error('expected the folder of npm modules and the target folder');
}
const here = dirname(fileURLToPath(import.meta.url));

cpSync(join(here, 'page'), target, { recursive: true });
cpSync(join(here, 'headers.properties'), join(target, 'headers.properties'));
for (const [source, name] of Object.entries(LIBRARIES)) {
  mkdirSync(dirname(join(target, name)), { recursive: true });
  cpSync(join(modules, source), join(target, name));
}
if (report) {
  cpSync(report, join(target, 'evaluation.json'));
}
