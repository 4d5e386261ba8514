import type { Drawing, DrawingNode } from '../../../server/protocol.ts';
import type { Say } from './words.ts';

/** The name of a box for those who hear it: what it is, its label, and where it is written. */
export function nameOfNode({ caption, label, detail, isMissing, at }: DrawingNode, uri: string, say: Say): string {
  const what = caption === undefined || caption === label ? label : `${caption} ${label}`;
  // What is missing says so in its details.
  const name = isMissing === true && detail !== undefined ? `${what}, ${detail.replaceAll('\n', ', ')}` : what;
  if (!at) return name;
  const line = String(at.range.start.line + 1);
  return at.uri === uri ? say('line', { name, line }) : say('lineOf', { name, line, file: fileOf(at.uri) });
}

/** The picture in words: each box with what its lines lead to. */
export function inWords({ nodes, edges }: Drawing, uri: string, say: Say): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.map((node) => {
    const others = edges
      .filter(({ from }) => from === node.id)
      .map(({ to, label, kind }) => {
        const other = byId.get(to)?.label ?? '';
        const name = label === undefined ? other : `${other} (${label})`;
        return kind === 'broken' ? say('broken', { name }) : name;
      });
    const name = nameOfNode(node, uri, say);
    return others.length > 0 ? say('leadsTo', { name, others: others.join(', ') }) : name;
  });
}

function fileOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
