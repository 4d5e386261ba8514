import ts from 'typescript';

/**
 * Every `{ ko: '…', en: '…' }` of a file, and what to put in its place. Texts made from values (`${…}`) stay, and those that have
 * other properties beside them, which are few.
 * @param {ts.SourceFile} file
 * @param {ts.Node | undefined} without what not to look into
 * @param {(ko: string, en: string) => string} take the expression that has these texts
 */
export function textsOf(file, without, take) {
  /** @type {{ readonly node: ts.Node, readonly text: string }[]} */
  const edits = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (node === without) return;
    if (ts.isObjectLiteralExpression(node) && node.properties.length === 2) {
      const ko = textAt(node, 'ko');
      const en = textAt(node, 'en');
      if (ko !== undefined && en !== undefined) edits.push({ node, text: take(ko, en) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits;
}

/**
 * The property of this name, when it is a plain text.
 * @param {ts.ObjectLiteralExpression} node
 * @param {'ko' | 'en'} name
 */
function textAt(node, name) {
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === name && ts.isStringLiteralLike(property.initializer))
      return property.initializer.text;
  }
  return undefined;
}
