import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { allRules, library, pageOf } from '../../core.ts';
import type { FindingReport, FixReport } from '../../finding.ts';
import { withoutValues, type Locale } from '../../locale.ts';
import type { Rule, Severity } from '../../rule.ts';
import { harmlessJson } from '../terminal.ts';
import { version } from '../version.ts';
import { inOrder, type Report } from './format.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function formatSarif({ files, locale }: Report): string {
  const found = files.flatMap(inOrder);
  const ids = [...new Set(found.map(({ finding }) => finding.rule))].sort();
  const run = {
    tool: { driver: { name: 'Mulgil', semanticVersion: version, rules: ids.flatMap((id) => describeRule(allRules.get(id), locale)) } },
    columnKind: 'utf16CodeUnits',
    results: found.map(({ finding, silenced }) => ({
      ruleId: finding.rule,
      ruleIndex: ids.indexOf(finding.rule),
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: [locationOf(finding)],
      ...(finding.fix ? { fixes: [describeFix(finding.fix)] } : {}),
      ...(silenced ? { suppressions: [{ kind: 'inSource' }] } : {}),
    })),
  };
  return `${harmlessJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`;
}

function describeRule(rule: Rule | undefined, locale: Locale) {
  if (!rule) return [];
  const page = pageOf(rule, locale, library);
  return [
    {
      id: rule.id,
      shortDescription: { text: withoutValues(rule.message[locale]) },
      fullDescription: { text: rule.why[locale] },
      ...(page === undefined ? {} : { helpUri: page }),
      defaultConfiguration: { level: levels[rule.severity] },
      properties: { equivalents: rule.equivalents },
    },
  ];
}

function locationOf({ path, range, resource }: FindingReport) {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) },
    ...(resource === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }] }),
  };
}

function describeFix({ title, edits }: FixReport) {
  const changes = new Map<string, { deletedRegion: ReturnType<typeof regionOf>; insertedContent: { text: string } }[]>();
  for (const { path, range, newText } of edits)
    changes.set(path, [...(changes.get(path) ?? []), { deletedRegion: regionOf(range), insertedContent: { text: newText } }]);
  return {
    description: { text: title },
    artifactChanges: [...changes].map(([path, replacements]) => ({ artifactLocation: { uri: uriOf(path) }, replacements })),
  };
}

/** Lines and columns from 1; the end column is the one after the last character. */
function regionOf({ start, end }: FindingReport['range']) {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  const wellFormed = path.replace(/\p{Cs}/gu, '\uFFFD'); // half of a character has no encoding
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
