import assert from 'node:assert/strict';
import { configurationFiles, parseConfiguration, workspaceConfiguration } from '../../../server/configuration.ts';
import { composeServices, toDockerRun } from '../../../server/convert/doors.ts';
import { toKubernetes } from '../../../server/convert/kubernetes/convert.ts';
import { asFiles, asOneFile } from '../../../server/convert/kubernetes/present.ts';
import { fromRun, serviceAsFile } from '../../../server/convert/run/from-run.ts';
import { insertService } from '../../../server/convert/run/insert.ts';
import { writeYaml } from '../../../server/convert/write/yaml.ts';
import { explain } from '../../../server/explain/explain.ts';
import { schema } from '../../../server/kubernetes/schema.ts';
import { allRules, relatedFiles } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import type { Model } from '../../../server/rule.ts';
import { explainOutput } from '../../../server/output/explain-output.ts';
import { createSearch } from '../../../server/search/search.ts';
import { applyEdits } from '../../../server/text/edit.ts';
import { troubleMatcher } from '../../../server/trouble-matches.ts';
import { createWorkspace } from '../../../server/workspace.ts';
import { parseYamlFile } from '../../../server/yaml/parse.ts';
import { applyFixes, askAboutFile, askAt, cursorIn, findingsOf, open, shownOf, type Opened } from '../asking.ts';
import { createDice } from '../damage.ts';
import { fileNames } from '../sources.ts';
import type { Case } from './case.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

/** Texts up to here, in characters, are fixed, renamed and asked about at many places; in larger ones that would only take long. */
const thoroughUpTo = 20_000;

const search = createSearch(library);
const matchTroubles = troubleMatcher(library.troubles());

/** Tries a case. @throws what failed: a feature, the fence, an answer that is not right, or the time it took */
export function check(tried: Case, patience = 1): void {
  const text = tried.versions.at(-1) ?? '';
  const longest = tried.versions.reduce((longest, each) => Math.max(longest, each.length), 0);
  const watch = createStopwatch(longest, patience);
  switch (tried.kind) {
    case 'dockerfile':
    case 'compose':
    case 'kubernetes':
      return checkFile(tried, tried.kind, watch);
    case 'output':
      watch.time('explaining output', () => {
        for (const locale of ['ko', 'en'] as const) explainOutput(text, { library, locale });
      });
      watch.time('matching troubles', () => matchTroubles(text));
      return;
    case 'command':
      return checkCommand(text, watch);
    case 'query':
      return watch.time('searching', () => {
        const { entries, marks } = search.find({ query: text, limit: 50 }, 'ko');
        for (const mark of marks) new RegExp(mark, 'gi');
        assert.equal(search.byId(entries.map(({ id }) => id), 'en').length, entries.length); // prettier-ignore
      });
    case 'topic':
      return watch.time('explaining a topic', () => {
        explain(text, { library, schema, rules: allRules, locale: 'en' });
      });
    case 'configuration':
      return watch.time('reading a configuration', () => {
        for (const path of configurationFiles) workspaceConfiguration(createWorkspace([[path, text]]), { known: allRules });
        parseConfiguration(text);
      });
  }
}

function checkCommand(text: string, watch: Stopwatch): void {
  const read = watch.time('reading a command', () => fromRun(text, 'ko'));
  if (!('service' in read)) return assert.notEqual(read.problem, '');
  const written = watch.time('writing a service', () => writeYaml(serviceAsFile(read)));
  assert.deepEqual(parseYamlFile(written).documents[0]?.source.ast.errors, [], written);
  const before = 'services:\n  web:\n    image: nginx\n';
  const edits = insertService(parseYamlFile(before), read);
  assert.ok(edits);
  assert.deepEqual(parseYamlFile(applyEdits(before, edits)).documents[0]?.source.ast.errors, []);
}

function checkFile({ versions, beside, cursors }: Case, language: 'dockerfile' | 'compose' | 'kubernetes', watch: Stopwatch): void {
  const text = versions.at(-1) ?? '';
  const path = fileNames[language];
  const file = (of: string) => ({ path, language, text: of });
  const start = (of: string, previous?: Model): Opened => open(file(of), createDice(cursors), previous, beside);
  let before: Model | undefined;
  for (const version of versions.slice(0, -1)) before = start(version, before).model;
  const opened = watch.time('parsing', () => start(text, before));
  const fresh = before ? start(text) : opened;
  const findings = watch.time('linting', () => findingsOf(opened));
  if (before) {
    assert.deepEqual(shownOf(findings), shownOf(findingsOf(fresh)), 'an earlier version makes no difference to findings');
    assert.deepEqual(aboutFile(opened, watch), aboutFile(fresh, watch), 'an earlier version makes no difference to answers');
  }
  watch.time('looking for files', () => relatedFiles(path, text));
  watch.time('asking about the file', () => askAboutFile(opened, findings));
  watch.time('drawing', () => checkDrawing(opened));
  const dice = createDice(cursors);
  const isShort = text.length <= thoroughUpTo;
  for (let cursor = 0; cursor < (isShort ? 5 : 2); cursor++) {
    const offset = cursorIn(opened.document, dice);
    if (isShort) askAt(opened, findings, offset);
    else askTimed(opened, offset, watch);
    if (before)
      assert.deepEqual(aboutPlace(opened, offset), aboutPlace(fresh, offset), 'an earlier version makes no difference at a place');
  }
  watch.time('making fixes', () => findings.slice(0, 1000).map(({ fix }) => fix()));
  if (isShort) applyFixes(opened, findings);
  if (language === 'compose') convert(text, beside, watch);
}

function checkDrawing({ language, model, context }: Opened): void {
  const drawing = language.draw?.(model, { ...context, addressOf: (path) => `file:///${path}` });
  if (!drawing) return;
  const groups = new Set(drawing.groups.map(({ id }) => id));
  const nodes = new Set(drawing.nodes.map(({ id }) => id));
  assert.equal(nodes.size, drawing.nodes.length, 'boxes have ids of their own');
  for (const { in: group } of [...drawing.nodes, ...drawing.groups])
    assert.ok(group === undefined || groups.has(group), 'a group that is there');
  for (const { from, to } of drawing.edges) assert.ok(nodes.has(from) && nodes.has(to), `${from} -> ${to} joins boxes that are there`);
}

function aboutFile({ language, model, context }: Opened, watch: Stopwatch): unknown {
  return {
    symbols: watch.time('symbols', () => language.symbols?.(model)),
    folding: watch.time('folding', () => language.folding?.(model)),
    links: watch.time('links', () => language.links(model)),
    silencers: language.silencers(model),
    lenses: watch.time('lenses', () => language.lenses?.(model, context)),
    explained: watch.time('explaining', () => language.explain?.(model, context)),
    drawing: language.draw?.(model, { ...context, addressOf: () => undefined }),
  };
}

function aboutPlace({ language, model, context }: Opened, offset: number): unknown {
  const entity = language.named?.(model, offset, context);
  return {
    hover: language.hover(model, offset, context),
    items: language.complete(model, offset, context),
    at: entity?.at,
    occurrences: entity?.occurrences,
  };
}

function askTimed({ language, model, context }: Opened, offset: number, watch: Stopwatch): void {
  watch.time('hover', () => language.hover(model, offset, context));
  watch.time('completion', () => language.complete(model, offset, context));
  watch.time('snippets', () => language.snippets(model, offset, context));
  watch.time('signature', () => language.signature?.(model, offset, context));
  watch.time('cost', () => language.cost?.(model, offset, context));
  watch.time('names', () => language.named?.(model, offset, context)?.refuse?.('another'));
}

/** Converts as the commands do, each of which reads the file by itself. */
function convert(text: string, beside: Readonly<Record<string, string>>, watch: Stopwatch): void {
  const source = { files: [{ path: 'compose.yaml', text }], read: (path: string) => beside[path] ?? null };
  const conversion = watch.time('converting to manifests', () => toKubernetes(source, 'ko'));
  asFiles(conversion, { name: 'compose.yaml' }, 'en');
  for (const { source: read } of parseYamlFile(asOneFile(conversion, { name: 'compose.yaml' }, 'en')).documents)
    assert.equal(read.ast.errors.length, 0, 'manifests can be read');
  const services = watch.time('listing services', () => composeServices(source));
  for (const service of services.slice(0, 3)) watch.time('converting to docker run', () => toDockerRun(source, service, 'en'));
}
