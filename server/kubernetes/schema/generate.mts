/**
 * Makes `structure.json` and `descriptions.json` from the packages kubernetes-models (types, fields, texts)
 * and @kubernetes/client-node (plurals, scopes). The build runs it from the project's root.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './generate/check.mts';
import { readDeclarations } from './generate/declarations.mts';
import { withFormats } from './generate/formats.mts';
import { findPackages } from './generate/packages.mts';
import { readServedResources, readVersion } from './generate/scope.mts';
import { buildStructure } from './generate/structure.mts';

try {
  const packages = findPackages();
  const version = readVersion(packages);
  const served = readServedResources(packages);
  const declarations = await Promise.all(readDeclarations(packages).map(withFormats));
  const generated = buildStructure(version, declarations, served);
  const counts = check(generated, served);

  write('structure.json', generated.structure);
  write('descriptions.json', generated.descriptions);
  const summary = Object.entries(counts).map(([what, count]) => `${String(count)} ${what}`);
  console.log(`Kubernetes ${version}: ${summary.join(', ')}`);
} catch (error) {
  console.error(`Could not generate the Kubernetes schema. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function write(name: string, data: unknown): void {
  writeFileSync(join('server/kubernetes/schema', name), `${JSON.stringify(data)}\n`);
}
