// Compiles content/ into content/compiled.json and compiled-index.json, which the bundles take in. Stops with every mistake it found.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compileContent } from './compiler/compile.ts';
import { packContent } from './compiler/pack.ts';
import type { SourceFile } from './compiler/source.ts';

const root = join(process.cwd(), 'content');
const started = performance.now();
const { content, problems } = compileContent({
  notes: await readTree(join(root, 'notes'), '.md'),
  sheets: await readTree(join(root, 'cheatsheets'), '.yaml'),
  equivalents: await readOne('equivalents.yaml'),
  questions: await readTree(join(root, 'questions'), '.yaml'),
  comparisons: await readTree(join(root, 'comparisons'), '.yaml'),
  troubles: await readTree(join(root, 'troubleshooting'), '.yaml'),
  checklists: await readTree(join(root, 'checklists'), '.yaml'),
  glossary: await readOne('glossary.yaml'),
  diagrams: await readTree(join(root, 'diagrams'), '.yaml'),
  snippets: await readTree(join(process.cwd(), 'snippets'), '.json'),
  sample: await readTree(join(root, 'sample'), ''),
});
if (problems.length > 0) {
  console.error(problems.map((problem) => `content: ${problem}`).join('\n'));
  console.error(`content: ${problems.length} mistake(s)`);
  process.exit(1);
}
const { index, texts } = packContent(content);
const json = JSON.stringify(texts);
await writeFile(join(root, 'compiled-index.json'), JSON.stringify(index));
await writeFile(join(root, 'compiled.json'), json);
console.log(
  `content: ${Object.keys(content.notes).length} notes, ${content.sheets.length} cheat sheets, ${Math.round(json.length / 1024)} K characters, ${Math.round(performance.now() - started)} ms`,
);

async function readOne(path: string): Promise<SourceFile> {
  return { path, text: await readFile(join(root, path), 'utf8') };
}

async function readTree(folder: string, ending: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending)).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({ path: relative(folder, file).replaceAll('\\', '/'), text: await readFile(file, 'utf8') })),
  );
}
