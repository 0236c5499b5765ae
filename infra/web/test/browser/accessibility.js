// What axe-core says of a page as it is shown now.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { AXE } from './chromium.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const GRAVE = ['serious', 'critical'];
const SOURCE = readFileSync(AXE, 'utf8');

/** Fails with the rules and elements of serious and critical findings. */
export async function requireAccessible(tab, name) {
  // By the debugger, since the page's own policy lets no foreign script in.
  await tab.evaluate(SOURCE);
  const { violations } = await tab.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }), STANDARDS);
  const grave = violations
    .filter((violation) => GRAVE.includes(violation.impact))
    .map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map((node) => `${node.target}: ${node.failureSummary}`) }));
  assert.deepEqual(grave, [], `${name}: ${JSON.stringify(grave, null, 2)}`);
}
