import ts from 'typescript';

/** The paths of files that declare a rule. */
export const ruleFile = /[/\\]rules[/\\](?!index\.ts$)[\w-]+\.ts$/;

/**
 * The examples of the rule that a file declares, and what remains of them in the core: whether the rule has a fix. They are tests
 * and documentation, and weigh more than the rules.
 * @param {ts.SourceFile} file
 * @returns {{ readonly node: ts.Node, readonly text: string } | undefined}
 */
export function examplesOf(file) {
  /** @type {ts.Expression | undefined} */
  let examples;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (examples) return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'examples' && isRule(node.parent)) examples = node.initializer;
    else ts.forEachChild(node, visit);
  };
  visit(file);
  if (!examples) {
    if (ruleFile.test(file.fileName)) throw new Error(`${file.fileName}: the rule has no examples`);
    return undefined;
  }
  const bad = /\bfixed\b/.test(examples.getText()) ? "{ text: '', fixed: '' }" : '';
  return { node: examples, text: `{ bad: [${bad}], good: [] }` };
}

/** @param {ts.Node} node */
function isRule(node) {
  return ts.isObjectLiteralExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression.getText() === 'defineRule';
}
