import type { FeatureContext, HoverContent } from '../../language.ts';
import { contains } from '../../text/span.ts';
import type { DockerfileModel, Instruction, Word } from '../model.ts';
import { forEachNode, shellOf } from '../shell.ts';

/** Other names of commands that a note explains. */
const sameAs: Readonly<Record<string, string>> = {
  apt: 'apt-get',
  pip3: 'pip',
  mvnw: 'mvn',
  gradlew: 'gradle',
  groupadd: 'useradd',
  addgroup: 'adduser',
};

/** Explains the command, its subcommand or its option under the cursor in a shell script, where there is a note on it. */
export function hoverCommand(
  model: DockerfileModel,
  instruction: Instruction,
  offset: number,
  { library }: FeatureContext,
): HoverContent | undefined {
  const words = commandAt(model, instruction, offset);
  const index = words?.findIndex(({ span }) => contains(span, offset)) ?? -1;
  const at = words?.[index];
  const program = words?.[0];
  if (!words || !at || !program) return undefined;
  const name = program.text.slice(program.text.lastIndexOf('/') + 1);
  const owner = `commands/${Object.hasOwn(sameAs, name) ? sameAs[name] : name}`;
  const said = (member: string): HoverContent | undefined => {
    const noteId = member === '' ? owner : `${owner}#${member}`;
    return library.has(noteId) ? { span: at.span, noteId } : undefined;
  };
  if (index === 0) return said('');
  if (at.text.startsWith('-')) return said(at.text.split('=', 1)[0] ?? '') ?? said(at.text) ?? shortOptions(at.text, said);
  // A path is explained only where it is the point of the command, as in `rm -rf /var/lib/apt/lists/*`.
  return said(at.text.replace(/\/?\*?$/, ''));
}

/** The first of `-yq` that is explained. */
function shortOptions(text: string, said: (member: string) => HoverContent | undefined): HoverContent | undefined {
  if (!/^-[A-Za-z]{2,8}$/.test(text)) return undefined;
  for (const letter of text.slice(1)) {
    const found = said(`-${letter}`);
    if (found) return found;
  }
  return undefined;
}

/** The words of the innermost simple command around the offset. */
function commandAt(model: DockerfileModel, instruction: Instruction, offset: number): readonly Word[] | undefined {
  const shell = shellOf(model, instruction);
  if (!shell) return undefined;
  let found: readonly Word[] | undefined;
  forEachNode(shell, (node) => {
    if (!contains({ start: shell.start + node.pos, end: shell.start + node.end }, offset)) return false;
    if (node.type === 'Command' && node.name)
      found = [node.name, ...node.args].map((word) => ({
        text: word.type === 'Word' ? word.value : word.text,
        span: { start: shell.start + word.pos, end: shell.start + word.end },
      }));
    return true;
  });
  return found;
}
