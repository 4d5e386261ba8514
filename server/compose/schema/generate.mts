/**
 * Makes `structure.json` from the schema of the Compose Specification, as the package dclint carries it, and from the facts beside it,
 * which that schema does not have. The build runs it from the project's root.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withAdditions } from './generate/additions.mts';
import { convert } from './generate/convert.mts';
import { withFacts } from './generate/facts.mts';
import type { JsonSchema } from './generate/json-schema.mts';

try {
  const official = JSON.parse(readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8')) as JsonSchema;
  const structure = withFacts(convert(withAdditions(official)));
  writeFileSync('server/compose/schema/structure.json', `${JSON.stringify(structure)}\n`);
  const keys = JSON.stringify(structure).match(/"(?:scalars|ref|map|list)":/g)?.length ?? 0;
  console.log(`Compose: ${String(Object.keys(structure.shapes).length)} shapes, ${String(keys)} places`);
} catch (error) {
  console.error(`Could not generate the Compose schema. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
