import { builtinModules } from 'node:module';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const nodeModules = ['node:*', ...builtinModules.filter((name) => !name.startsWith('_'))];

/** What stands higher may import what stands lower, never the other way round. */
const directions = [
  { target: './client', from: './server', except: ['./protocol.ts'], message: 'The client knows only server/protocol.ts.' },
  { target: './server', from: './client', message: 'The server knows nothing of VS Code.' },
  { target: './content', from: './client', message: 'Content is data.' },
  {
    target: './content',
    from: './server',
    except: ['./drawing', './notes.ts', './packed-content.ts', './locale.ts', './snippets/snippet.ts'],
    message: 'The content compiler knows only the shape of what it writes.',
  },
  ...['dockerfile', 'compose', 'kubernetes'].flatMap((language, _, all) => [
    ...all
      .filter((other) => other !== language)
      .map((other) => ({
        target: `./server/${language}`,
        from: `./server/${other}`,
        message: 'No language imports another; what joins two lives in a folder of its own.',
      })),
    ...['connection', 'service', 'api', 'languages', 'configuration', 'library'].map((upper) => ({
      target: `./server/${language}`,
      from: `./server/${upper}.ts`,
      message: 'A language does not know who asks it.',
    })),
    { target: `./server/${language}`, from: './server/convert', message: 'A language does not know what joins it with others.' },
    { target: `./server/${language}`, from: './server/lsp', message: 'A language does not know who asks it.' },
    { target: `./server/${language}`, from: './server/cli', message: 'A language does not know who asks it.' },
    { target: './server/yaml', from: `./server/${language}`, message: 'YAML is shared by languages and knows none of them.' },
    { target: './server/facts', from: `./server/${language}`, message: 'Facts are shared by languages and know none of them.' },
    { target: './server/builds', from: `./server/${language}`, message: 'What joins two languages knows none of them.' },
    { target: './server/text', from: `./server/${language}`, message: 'Text is at the bottom.' },
  ]),
  { target: './server/text', from: './server/yaml', message: 'Text is at the bottom.' },
  { target: './server/lsp', from: './server/cli', message: 'One door does not go through another.' },
  { target: './server/cli', from: './server/lsp', message: 'One door does not go through another.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'dist-test/', '.vscode-test/', 'node_modules/', 'client/views/**/page.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.mts'] })),
  {
    files: ['**/*.ts', '**/*.mts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: directions }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off', // `report({ … })` as an arrow function's body reads well
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off', // interfaces of plain functions, nothing here uses `this`
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['server/**/*.ts', 'client/**/*.ts', 'content/**/*.ts'],
    ignores: ['**/*.node.ts', 'server/cli/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: nodeModules, message: 'This runs in a browser too: Node modules only in *.node.ts and cli/.' }] },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require'],
    },
  },
  {
    // What reads files answers hostile ones in linear time.
    files: ['server/**/*.ts', 'client/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    files: ['**/*.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
);
