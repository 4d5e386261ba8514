import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { leanCore, type Texts } from '../../docs/lean-core.mjs';
import { temporaryFolder } from '../cli/support.ts';

const files = {
  'rules/first.ts': `
    import { shared } from '../shared.ts';
    export const rule = defineRule({
      message: {
        ko: '따옴표 \\'와 \`코드\`, 줄\\n바꿈, {값}',
        en: "Quotes ' and \`code\`, line\\nbreaks, {value}",
      },
      why: shared,
      title: (name) => ({ ko: \`\${name} 지우기\`, en: \`Remove \${name}\` }),
      other: { flag: '--x', ko: '그대로', en: 'As it is' },
      examples: { bad: [{ text: '«a»', fixed: '{ ko: "예", en: "example" }' }], good: [] },
    });
    function defineRule(rule) { return rule; }`,
  'rules/second.ts': `
    export const rule = defineRule({ message: { en: 'Same.', ko: '같음.' }, examples: { bad: [{ text: '«a»' }], good: ['b'] } });
    export const again = () => ({ ko: '같음.', en: 'Same.' })
    function defineRule(rule) { return rule; }`,
  'shared.ts': `
    export const shared = {
      ko: '나중에',
      en: 'Later',
    } satisfies object;`,
  'core.ts':
    "export * as first from './rules/first.ts'; export * as second from './rules/second.ts'; export { provideData } from './data.ts';",
};

interface Core {
  readonly first: { readonly rule: Readonly<Record<string, unknown>> & { title(name: string): unknown } };
  readonly second: { readonly rule: Readonly<Record<string, unknown>>; again(): unknown };
  provideData(read: (name: string) => string): void;
}

describe('the core without its texts', () => {
  const folder = temporaryFolder();

  /** Builds the fixture and runs it; `asked` fills with the names of the data that it reads. */
  async function run(): Promise<{ readonly core: Core; readonly code: string; readonly texts: Saved; readonly asked: string[] }> {
    folder.write(files);
    for (const name of ['words.ts', 'data.ts', 'data-files.ts', 'unpack.ts', 'locale.ts'])
      folder.write({ [name]: readFileSync(`server/${name}`) });
    let texts: Saved | undefined;
    const { outputFiles } = await build({
      absWorkingDir: folder.path,
      entryPoints: ['core.ts'],
      bundle: true,
      write: false,
      logLevel: 'silent',
      format: 'iife',
      globalName: 'core',
      nodePaths: [resolve('node_modules')],
      plugins: [leanCore(folder.path, (saved) => void (texts = saved))],
    });
    const code = outputFiles[0]?.text ?? '';
    assert.ok(texts);
    const { finding, word } = texts;
    const scope: { core?: Core } = {};
    new Script(code).runInContext(createContext(scope));
    assert.ok(scope.core);
    const asked: string[] = [];
    scope.core.provideData((name) => {
      asked.push(name);
      if (name === 'texts') return ['{}', '[]', JSON.stringify(word)].join('\0');
      return JSON.stringify(name === 'findingsKo' ? finding.ko : finding.en);
    });
    return { core: scope.core, code, texts, asked };
  }

  it('has none of them in its code, and reads the same', async () => {
    const { core, code } = await run();
    assert.doesNotMatch(code, /따옴표|나중에|Later|Same\.|«a»/);
    const { rule } = core.first;
    const { again } = core.second;
    assert.deepEqual(plain(rule['message']), { ko: "따옴표 '와 `코드`, 줄\n바꿈, {값}", en: "Quotes ' and `code`, line\nbreaks, {value}" });
    assert.deepEqual(plain(rule['why']), { ko: '나중에', en: 'Later' });
    assert.deepEqual(plain(rule.title('x')), { ko: 'x 지우기', en: 'Remove x' });
    assert.deepEqual(plain(rule['other']), { flag: '--x', ko: '그대로', en: 'As it is' });
    assert.deepEqual(plain(again()), { ko: '같음.', en: 'Same.' });
    assert.deepEqual({ ...(again() as object) }, { ko: '같음.', en: 'Same.' }, 'and can be spread');
  });

  it('reads the texts of one language, and those of no finding, only when they are wanted', async () => {
    const { core, asked } = await run();
    const { message, why } = core.first.rule as Record<string, { readonly ko: string; readonly en: string }>;
    assert.deepEqual(asked, []);
    assert.equal(core.second.rule['message'], core.second.again(), 'equal texts are one');
    assert.match(message?.ko ?? '', /따옴표/);
    assert.equal((core.second.again() as { readonly ko: string }).ko, '같음.');
    assert.deepEqual(asked, ['findingsKo']);
    assert.equal(why?.en, 'Later');
    assert.deepEqual(asked, ['findingsKo', 'texts']);
  });

  it('keeps of the examples whether there is a fix', async () => {
    const { core } = await run();
    assert.deepEqual(plain(core.first.rule['examples']), { bad: [{ text: '', fixed: '' }], good: [] });
    assert.deepEqual(plain(core.second.rule['examples']), { bad: [], good: [] });
  });

  it('is the same each time, and numbers by path', async () => {
    const [one, other] = [await run(), await run()];
    assert.equal(one.code, other.code);
    assert.deepEqual(one.texts, other.texts);
    assert.deepEqual(one.texts.finding.en.at(-1), 'Same.');
    assert.deepEqual(one.texts.word, { ko: ['나중에'], en: ['Later'] });
  });

  it('stops at a rule without examples', async () => {
    folder.write({ 'rules/third.ts': 'export const rule = 1;' });
    await assert.rejects(run(), /third\.ts: the rule has no examples/);
  });
});

type Saved = Readonly<Record<'finding' | 'word', Texts>>;

/** As data of this realm. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
