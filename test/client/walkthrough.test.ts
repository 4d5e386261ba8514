import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg?: string; readonly altText?: string; readonly markdown?: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { commands, views, configuration, walkthroughs } = manifest.contributes;
const readTexts = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path)) as Readonly<Record<string, string>>;
const texts = { en: readTexts('package.nls.json'), ko: readTexts('package.nls.ko.json') };
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
/** Commands of VS Code that the steps lean on. */
const editorCommands = ['editor.action.quickFix', 'workbench.actions.view.problems'];
const ownCommands = new Set([...commands.map(({ command }) => command), ...editorCommands]);

/** A text of the manifest in one language. */
const inLanguage = (key: string, locale: 'en' | 'ko'): string => texts[locale][key.slice(1, -1)] ?? assert.fail(key);
const linksIn = (text: string): readonly string[] => [...text.matchAll(/\]\((command:[^)]+)\)/g)].map((match) => match[1] ?? '').sort();

describe('the walkthrough', () => {
  it('is one, of five or six steps, under the name by which the client opens it', () => {
    assert.equal(walkthroughs.length, 1);
    assert.ok(steps.length >= 5 && steps.length <= 6);
    const name = `${manifest.publisher}.${manifest.name}#${walkthroughs[0]?.id ?? ''}`;
    assert.ok(read('client/commands/open-walkthrough.ts').includes(`'${name}'`));
  });
  for (const { id, title, description, media, completionEvents } of steps) {
    it(`${id}: has the same action in both languages, a command that exists`, () => {
      const links = linksIn(inLanguage(description, 'en'));
      assert.deepEqual(linksIn(inLanguage(description, 'ko')), links);
      assert.equal(links.length, 1);
      for (const link of links) assert.ok(ownCommands.has(link.slice('command:'.length)), link);
    });
    it(`${id}: is done by something that exists`, () => {
      assert.notEqual(completionEvents.length, 0);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(/:(.*)/s);
        if (kind === 'onCommand') assert.ok(ownCommands.has(what), event);
        else if (kind === 'onView') assert.ok(Object.values(views).some((all) => all.some((view) => view.id === what)));
        else if (kind === 'onSettingChanged') assert.ok(what in configuration.properties, event);
        else assert.fail(event);
      }
    });
    it(`${id}: has a picture for every theme and both languages, or a page in each`, () => {
      const { svg, markdown, altText } = media;
      if (markdown !== undefined) {
        const source = markdown.replace(/^dist\/media/, 'client/media');
        const korean = source.replace(/\.md$/, '.nls.ko.md');
        assert.deepEqual(linksIn(read(korean)), linksIn(read(source)));
        return;
      }
      const picture = read((svg ?? '').replace(/^dist\/media/, 'client/media'));
      // VS Code shows it with the theme's colours, and lets no style in.
      for (const [, colour = ''] of picture.matchAll(/(?:fill|stroke)="([^"]*)"/g))
        assert.match(colour, /^(?:none|var\(--vscode-[\w-]+\))$/);
      assert.doesNotMatch(picture, /style|class=|href|<script|on\w+=/);
      for (const key of [altText ?? '', title]) assert.notEqual(inLanguage(key, 'ko'), inLanguage(key, 'en'));
    });
  }
  it('ships every picture that it has, and has every picture that ships', () => {
    const named = steps.map(({ media }) => media.svg?.split('/').at(-1)).sort();
    assert.deepEqual([...new Set(named)], readdirSync('client/media/first').sort());
    assert.ok(existsSync('.vscodeignore') && read('.vscodeignore').includes('!dist/media/first/*.svg'));
  });
});
