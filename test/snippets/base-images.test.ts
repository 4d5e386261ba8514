import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../server/dockerfile/parse.ts';
import { checkedOn, endedBy } from '../../server/facts/end-of-life.ts';
import { imageName, parseImage } from '../../server/image.ts';
import { allSnippets, expand } from './expand.ts';

/**
 * What the snippets build on, and the last day of its support, as its makers say: for products that the dated table does not hold, too.
 * `rolling` is what has one supported line, which the tag follows.
 */
const supported: Readonly<Record<string, string>> = {
  'node:24': '2028-04-30', // nodejs.org/en/about/previous-releases
  'python:3.14': '2030-10-31', // devguide.python.org/versions
  'golang:1.27': 'rolling', // go.dev/doc/devel/release#policy: until the second release after it
  'gradle:9': 'rolling', // docs.gradle.org: the newest major version
  'maven:3': 'rolling', // maven.apache.org/docs/history.html
  'eclipse-temurin:25': '2031-09-30', // adoptium.net/support
  'rust:1': 'rolling', // the newest release of Rust 1
  'mcr.microsoft.com/dotnet/sdk:10.0': '2028-11-14', // dotnet.microsoft.com/platform/support/policy
  'mcr.microsoft.com/dotnet/aspnet:10.0': '2028-11-14',
  'ruby:4.0': '2029-03-31', // www.ruby-lang.org/en/downloads/branches
  'composer:2': 'rolling', // getcomposer.org: the newest major version
  'php:8.5': '2029-12-31', // www.php.net/supported-versions.php
  'nginxinc/nginx-unprivileged:1.30': 'rolling', // nginx.org/en/download.html: the stable line
  'debian:13': '2030-06-30', // wiki.debian.org/LTS
  'gcr.io/distroless/static-debian13:nonroot': '2030-06-30',
  'gcr.io/distroless/cc-debian13:nonroot': '2030-06-30',
};

/** Images of the `FROM`s of a snippet that are no stages of its own. */
function baseImages(text: string): readonly string[] {
  const { stages } = parse(TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text));
  const names = new Set(stages.flatMap(({ name }) => (name ? [name.text] : [])));
  return stages.flatMap(({ base }) => (base && !names.has(base.text) ? [base.text] : []));
}

describe('base images of snippets', () => {
  const used = allSnippets()
    .filter(({ language }) => language === 'dockerfile')
    .flatMap((snippet) => baseImages(expand(snippet, 'en')).map((image) => ({ id: snippet.id, image })));

  for (const image of new Set(used.map((each) => each.image))) {
    it(`${image} has a tag and is supported`, () => {
      const reference = parseImage(image);
      assert.ok(reference?.tag !== undefined && reference.tag !== 'latest');
      assert.equal(endedBy(checkedOn, reference), undefined, 'the dated table says that it has ended');
      const [, until] = Object.entries(supported).find(([known]) => image === known || image.startsWith(`${known}-`)) ?? [];
      assert.ok(until !== undefined, `${imageName(reference)} is known to be supported`);
      assert.ok(until === 'rolling' || until > checkedOn, until);
    });
  }

  it('are all that the table lists', () => {
    for (const known of Object.keys(supported)) assert.ok(used.some(({ image }) => image === known || image.startsWith(`${known}-`)), known);
  });
});
