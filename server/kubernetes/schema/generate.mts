/**
 * Makes `structure.json` and `descriptions.json` from the packages kubernetes-models and @kubernetes-models/gateway-api (types, fields,
 * texts) and @kubernetes/client-node (plurals, scopes, alpha and beta types), and from the facts beside it, which no package has.
 * The build runs it from the project's root.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './generate/check.mts';
import { readClientModels } from './generate/client-models.mts';
import { readDeclarations } from './generate/declarations.mts';
import { GATEWAY_RESOURCES } from './generate/facts/gateway.mts';
import { withFormats } from './generate/formats.mts';
import { findPackages } from './generate/packages.mts';
import { LIST, refine, withStableTwins } from './generate/refine.mts';
import { readServedResources, readVersion } from './generate/scope.mts';
import { buildStructure } from './generate/structure.mts';
import type { StructureData } from './types.ts';

try {
  const packages = findPackages();
  const version = readVersion(packages);
  const served = [...readServedResources(packages), ...GATEWAY_RESOURCES];
  const models = refine(await Promise.all(readDeclarations(packages).map(withFormats)));
  const betas = withStableTwins(readClientModels(packages, served, models), models);
  const generated = buildStructure(version, [...models, ...betas, LIST], served);
  const counts = check(generated, served);

  const { kubernetes, kinds, types, descriptions } = generated;
  const packed = Object.fromEntries(Object.entries(types).map(([id, type]) => [id, JSON.stringify(type)]));
  write('structure.json', { kubernetes, kinds, types: packed } satisfies StructureData);
  write('descriptions.json', descriptions);
  const summary = Object.entries(counts).map(([what, count]) => `${String(count)} ${what}`);
  console.log(`Kubernetes ${version}: ${summary.join(', ')}`);
} catch (error) {
  console.error(`Could not generate the Kubernetes schema. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function write(name: string, data: unknown): void {
  writeFileSync(join('server/kubernetes/schema', name), `${JSON.stringify(data)}\n`);
}
