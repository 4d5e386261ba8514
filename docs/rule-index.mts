// Writes the index of each language's rules from the files in its rules/ folder, so that a rule is one file and no registration.
import { readdirSync } from 'node:fs';
import { writeGenerated } from './write.mts';

export const ruleLanguages = ['dockerfile', 'compose', 'kubernetes'] as const;

for (const language of ruleLanguages) {
  const names = readdirSync(`server/${language}/rules`)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const variable = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const lines = [
    '// Generated from the files in this folder by `npm run generate`; do not edit.',
    `import type { Rule } from '../../rule.ts';`,
    `import type { ${model(language)} } from '../model.ts';`,
    ...names.map((name) => `import { ${variable(name)} } from './${name}.ts';`),
    '',
    `/** Every rule for ${language} files, by id. */`,
    `export const rules: readonly Rule<${model(language)}>[] = [${names.map(variable).join(', ')}];`,
    '',
  ];
  await writeGenerated(`server/${language}/rules/index.ts`, lines.join('\n'));
}

function model(language: string): string {
  return `${language[0]?.toUpperCase() ?? ''}${language.slice(1)}Model`;
}
