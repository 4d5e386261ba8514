// Writes what is made from the rules: a page for each in docs/rules, the counts in both READMEs, and the settings of package.json.
// From the inventory of the study notes it makes docs/coverage.md, from the settings docs/configuration.md.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { allRules } from '../server/languages.ts';
import '../test/setup.ts';
import { library } from '../server/library.ts';
import { parseInventory, placesOf } from '../content/compiler/inventory.ts';
import { configurationPage } from './configuration-page.mts';
import { rulesSchema } from './configuration-schema.mts';
import { coveragePage } from './coverage.mts';
import { ruleIndex, rulePage, rulePath, ruleSummary } from './rule-page.mts';
import { writeGenerated } from './write.mts';

const rules = [...allRules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

for (const rule of rules) await writeGenerated(rulePath(rule), rulePage(rule, library));
await writeGenerated('docs/rules/README.md', ruleIndex(rules));
removeStalePages();

for (const [file, locale] of [
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
] as const) {
  const text = readFileSync(file, 'utf8');
  await writeGenerated(file, between(text, 'rules', ruleSummary(rules, locale)));
}

const inventoryFile = { path: 'content/inventory.yaml', text: readFileSync('content/inventory.yaml', 'utf8') };
const inventory = parseInventory(inventoryFile, (problem) => {
  throw new Error(problem);
});
await writeGenerated('docs/coverage.md', coveragePage(inventory, placesOf(library)));

interface Manifest {
  contributes: { configuration: { properties: Record<string, object> } };
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { properties } = manifest.contributes.configuration;
// What each rule finds is told in `.mulgil.yaml` and on its page; here the texts of all rules would weigh more than they help.
const { description: _, ...schema } = rulesSchema() as { description: string };
properties['mulgil.rules'] = { ...properties['mulgil.rules'], ...schema };
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
await writeGenerated('docs/configuration.md', configurationPage(properties as Parameters<typeof configurationPage>[0], texts));
await writeGenerated('package.json', `${JSON.stringify(manifest, null, 2)}\n`);

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
  const open = `<!-- ${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf(`<!-- /${name} -->`);
  if (start < 0 || end < start) throw new Error(`no ${open} … in the text`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n${text.slice(end)}`;
}

function removeStalePages(): void {
  const pages = new Set(rules.map(rulePath));
  for (const entry of readdirSync('docs/rules', { recursive: true, encoding: 'utf8' })) {
    const path = `docs/rules/${entry.replaceAll('\\', '/')}`;
    if (!path.endsWith('.md') || path === 'docs/rules/README.md' || pages.has(path)) continue;
    if (process.argv.includes('--check')) {
      console.error(`${path} has no rule any more: run \`npm run generate\``);
      process.exitCode = 1;
    } else rmSync(path);
  }
}
