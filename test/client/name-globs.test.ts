import assert from 'node:assert/strict';
import { globOfNames } from '../../client/name-globs.ts';
import { languages } from '../../server/languages.ts';

describe('the glob of names', () => {
  it('has no braces within braces, which VS Code does not understand', () => {
    assert.equal(
      globOfNames(['*.{yaml,yml}', 'Dockerfile', '*.{yaml,yml}', '{a,b}.{c,d}']),
      '**/{*.yaml,*.yml,Dockerfile,a.c,a.d,b.c,b.d}',
    );
    assert.match(globOfNames(languages.flatMap(({ indexes = [] }) => indexes)), /^\*\*\/\{[^{}]+\}$/);
  });
});
