/**
 * Everything that the doors (language servers, command line, API) need of what lies below them. It is bundled once, into
 * `dist/core.cjs`, and every door loads that bundle, so a door imports values from here and from nowhere else below it.
 */
export { configurationFiles, parseConfiguration } from './configuration.ts';
export { serve } from './connection.ts';
export { composeServices, toDockerRun } from './convert/doors.ts';
export { toKubernetes } from './convert/kubernetes/convert.ts';
export { asFiles, asOneFile, grouped as groupedRemarks } from './convert/kubernetes/present.ts';
export { provideData } from './data.ts';
export { dataFiles } from './data-files.ts';
export { explain } from './explain/explain.ts';
export { pageOf, reportFinding } from './finding.ts';
export { applySafeFixes } from './fix-all.ts';
export { schema } from './kubernetes/schema.ts';
export { allRules, relatedFiles } from './languages.ts';
export { library } from './library.ts';
export { lintWorkspace, openRun } from './lint-workspace.ts';
export { explainOutput } from './output/explain-output.ts';
export { createSearch } from './search/search.ts';
export { sizeLimit } from './size-limit.ts';
/** What the protocol's library has for every platform; what it has for one alone lies with the door of that platform. */
export * as languageServer from 'vscode-languageserver';
