import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { examplesOf, ruleFile } from './strip-examples.mjs';
import { textsOf } from './take-texts.mjs';

/** What may be said of a file that was just opened; all other texts are read with the notes. */
const ofFindings = /[/\\](?:rules|validation)[/\\]/;

/** @typedef {{ readonly ko: string[], readonly en: string[] }} Texts by their numbers */

/**
 * Leaves out of the core's code what is not code: the examples of rules, and the texts in two languages. `server/words.ts` gives
 * the texts again, by their numbers, which follow the paths of the files, so that equal sources make equal builds.
 * @param {string} folder of the modules, with `words.ts` in it
 * @param {(texts: { readonly finding: Texts, readonly word: Texts }) => void | Promise<void>} save called with the texts after each build
 * @returns {import('esbuild').Plugin}
 */
export const leanCore = (folder, save) => ({
  name: 'lean-core',
  setup: ({ onStart, onLoad, onEnd }) => {
    /** @type {Awaited<ReturnType<typeof lean>> | undefined} */
    let result;
    onStart(async () => {
      result = await lean(folder);
    });
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = result?.modules.get(path);
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    });
    onEnd(async ({ errors }) => {
      if (result && errors.length === 0) await save(result.texts);
    });
  },
});

/**
 * Every module that changes, by its path, and the texts that were taken out.
 * @param {string} folder
 */
async function lean(folder) {
  const texts = { finding: collect(), word: collect() };
  /** @type {Map<string, string>} */
  const modules = new Map();
  // The command line is no part of the core.
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.node)\.ts$/.test(name) && !/^cli[/\\]/.test(name));
  const paths = names.map((name) => join(folder, name)).sort();
  const sources = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  for (const [at, path] of paths.entries()) {
    const source = sources[at] ?? '';
    if (!/\bko:/.test(source) && !ruleFile.test(path)) continue;
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
    const examples = examplesOf(file);
    const kind = ofFindings.test(path) ? 'finding' : 'word';
    const taken = textsOf(file, examples?.node, (ko, en) => `${kind}_(${texts[kind].add(ko, en)})`);
    const changed = replace(source, examples ? [...taken, examples] : taken);
    const asking = `import { ${kind} as ${kind}_ } from ${JSON.stringify(join(folder, 'words.ts'))};`;
    modules.set(path, taken.length > 0 ? `${changed}\n${asking}` : changed);
  }
  return { modules, texts: { finding: texts.finding.columns, word: texts.word.columns } };
}

/** Numbers texts from 0; equal ones share a number. */
function collect() {
  /** @type {Texts} */
  const columns = { ko: [], en: [] };
  /** @type {Map<string, number>} */
  const places = new Map();
  return {
    columns,
    /**
     * @param {string} ko
     * @param {string} en
     */
    add: (ko, en) => {
      const key = `${ko}\0${en}`;
      const place = places.get(key) ?? columns.ko.length;
      if (place === columns.ko.length) {
        columns.ko.push(ko);
        columns.en.push(en);
        places.set(key, place);
      }
      return place;
    },
  };
}

/**
 * Puts texts in the place of nodes; what stands below stays on its lines.
 * @param {string} source
 * @param {readonly { readonly node: ts.Node, readonly text: string }[]} edits none inside another
 */
function replace(source, edits) {
  let changed = source;
  for (const { node, text } of edits.toSorted((a, b) => b.node.end - a.node.end)) {
    const lines = node.getText().replaceAll(/[^\n]+/g, ''); // inside the last bracket, where a line break ends nothing
    changed = `${changed.slice(0, node.getStart())}${text.slice(0, -1)}${lines}${text.slice(-1)}${changed.slice(node.end)}`;
  }
  return changed;
}
