import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createNonce, shellHtml } from '../../client/views/shell.ts';

const page = shellHtml({
  language: 'ko',
  styleSource: 'https://own.example',
  nonce: 'abc123',
  style: 'https://own.example/style.css',
  scripts: ['https://own.example/renderer.js', 'https://own.example/note.js'],
});

describe('the pages of the extension', () => {
  const policy = new Map(
    (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );

  it('allow nothing but their own scripts and styles', () => {
    assert.deepEqual(Object.fromEntries(policy), {
      'default-src': "'none'",
      'style-src': 'https://own.example',
      'script-src': "'nonce-abc123'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });
  it('have no script, style or handler in the markup', () => {
    assert.doesNotMatch(page, /unsafe-|<style|style="|\son\w+=/);
    for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
      assert.match(attributes ?? '', /nonce="abc123" src="https:\/\/own\.example\/[\w-]+\.js"/);
      assert.equal(content, '');
    }
  });
  it('have a nonce of their own each', () => {
    const nonces = new Set(Array.from({ length: 100 }, createNonce));
    assert.equal(nonces.size, 100);
    for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
  });

  const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(`client/${file}`, 'utf8') }));

  it('are all made by this shell, with no folder but their own', () => {
    const filled = sources.filter(({ text }) => /\.html = |enableScripts|localResourceRoots/.test(text));
    assert.deepEqual(
      filled.map(({ file }) => file),
      ['views/html.ts'],
    );
    assert.match(filled[0]?.text ?? '', /\.html = pageHtml\(/);
    assert.match(filled[0]?.text ?? '', /localResourceRoots: \[pageRoot\(extensionUri\)\]/);
    for (const { file, text } of sources) {
      assert.doesNotMatch(text, /enableCommandUris|\beval\(|new Function\(/, file);
    }
  });
  it('make HTML of text only through the renderer of notes', () => {
    for (const { file, text } of sources) {
      for (const [, made] of text.matchAll(/\.innerHTML = ([^;]+);/g)) assert.match(made ?? '', /^mulgilRenderNote\(\w+\)$/, file);
      assert.doesNotMatch(text, /insertAdjacentHTML|document\.write|outerHTML =/, file);
    }
  });
  it('trust Markdown of hovers for the commands that open notes and the library, and no other', () => {
    for (const { file, text } of sources)
      for (const [, trust] of text.matchAll(/isTrusted\b[:\s=]*([^}]*\})/g))
        assert.equal(trust, "{ enabledCommands: ['mulgil.openNote', 'mulgil.openLibrary'] }", file);
  });
  it('open nothing but https addresses in a browser', () => {
    const opening = sources.filter(({ text }) => text.includes('openExternal('));
    assert.deepEqual(opening.map(({ file }) => file).sort(), ['views/note/print.ts', 'views/open-page.ts']);
  });
});

describe('what the extension says of itself', () => {
  const { capabilities, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly capabilities: unknown;
    readonly dependencies?: unknown;
  };
  it('is that it works in workspaces that are not trusted or virtual, since nothing is run', () => {
    assert.deepEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    for (const folder of ['client', 'server'])
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
        assert.doesNotMatch(
          readFileSync(`${folder}/${file}`, 'utf8'),
          /from 'node:(?:child_process|http|https|net|dgram|tls|vm|cluster)'|\bfetch\(|new (?:XMLHttpRequest|WebSocket)/,
          file,
        );
  });
  it('is that it brings no packages that are installed with it', () => assert.equal(dependencies, undefined));
});
