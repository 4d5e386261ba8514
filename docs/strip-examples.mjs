import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/**
 * Leaves the examples of rules out of bundles that ship: they are tests and documentation, and weigh more than the rules. What
 * remains of them says whether the rule has a fix.
 * @type {import('esbuild').Plugin}
 */
export const stripExamples = {
  name: 'strip-examples',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]server[/\\]\w+[/\\]rules[/\\][\w-]+\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: withoutExamples(await readFile(path, 'utf8'), path),
    }));
  },
};

/**
 * @param {string} text
 * @param {string} path
 */
function withoutExamples(text, path) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  /** @type {ts.PropertyAssignment | undefined} */
  let examples;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (examples) return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'examples' && isRule(node.parent)) examples = node;
    else ts.forEachChild(node, visit);
  };
  visit(file);
  if (!examples && !/[/\\]index\.ts$/.test(path)) throw new Error(`${path}: the rule has no examples`);
  if (!examples) return text;
  const bad = /\bfixed\b/.test(examples.getText()) ? "{ text: '', fixed: '' }" : '';
  return `${text.slice(0, examples.initializer.getStart())}{ bad: [${bad}], good: [] }${text.slice(examples.initializer.getEnd())}`;
}

/** @param {ts.Node} node */
function isRule(node) {
  return ts.isObjectLiteralExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'defineRule';
}
