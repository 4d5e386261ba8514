import assert from 'node:assert/strict';
import { named } from '../../../server/dockerfile/named.ts';
import { applyEdits } from '../../../server/text/edit.ts';
import { readCursor } from '../../marks.ts';
import { alone } from '../../context.ts';
import { modelOf } from './model.ts';

function entityAt(marked: string): { readonly text: string; readonly entity: ReturnType<typeof named> } {
  const { text, offset } = readCursor(marked);
  return { text, entity: named(modelOf(text), offset, alone) };
}

/** The file after renaming what is under the cursor; or why it cannot be. */
function rename(marked: string, newName: string): string {
  const { text, entity } = entityAt(marked);
  if (!entity) return 'nothing here';
  if (!entity.refuse) return 'fixed name';
  const refusal = entity.refuse(newName);
  if (refusal) return `refused: ${refusal.en}`;
  return applyEdits(
    text,
    entity.occurrences.map(({ span }) => ({ span, newText: newName })),
  );
}

describe('names in a Dockerfile', () => {
  it('renames a stage wherever it is named', () => {
    const file =
      'FROM a AS build\nFROM build AS test\nRUN --mount=type=bind,from=build,target=/x ls\nFROM b\nCOPY --from=Build /build /build\n';
    const renamed =
      'FROM a AS make\nFROM make AS test\nRUN --mount=type=bind,from=make,target=/x ls\nFROM b\nCOPY --from=make /build /build\n';
    assert.equal(rename(file.replace('AS build', 'AS bu▮ild'), 'make'), renamed);
    assert.equal(rename(file.replace('--from=Build', '--from=▮Build'), 'make'), renamed);
    assert.equal(rename(file.replace('FROM build', 'FROM buil▮d'), 'make'), renamed);
  });

  it('leaves images, numbers, other stages of the name and ONBUILD alone', () => {
    assert.equal(
      rename('FROM build:1 AS bu▮ild\nONBUILD COPY --from=build a b\nFROM c AS d\nCOPY --from=0 a b\nCOPY --from=build:1 a b\n', 'x'),
      'FROM build:1 AS x\nONBUILD COPY --from=build a b\nFROM c AS d\nCOPY --from=0 a b\nCOPY --from=build:1 a b\n',
    );
    assert.equal(
      rename('FROM a AS x▮\nFROM x AS y\nFROM b AS x\nCOPY --from=x a b\nFROM x\n', 'z'),
      'FROM a AS z\nFROM z AS y\nFROM b AS x\nCOPY --from=z a b\nFROM x\n',
    );
  });

  it('follows a stage that is called by its number, without a rename', () => {
    const { entity } = entityAt('FROM a AS b\nFROM c\nCOPY --from=▮0 x y\n');
    assert.equal(entity?.occurrences.length, 2);
    assert.equal(entity.refuse, undefined);
  });

  for (const name of ['1a', 'a b', 'scratch', 'other', 'nginx', '']) {
    it(`refuses ${JSON.stringify(name)} for a stage`, () =>
      assert.match(rename('FROM a AS on▮e\nFROM b AS other\nFROM nginx\n', name), /^refused/));
  }

  it('renames a variable in its own scope only', () => {
    assert.equal(
      rename('FROM a\nARG X=1\nWORKDIR /$X\nFROM b\nARG ▮X=2\nWORKDIR /$X/${X:-1}\nRUN echo "$X"\n', 'Y'),
      'FROM a\nARG X=1\nWORKDIR /$X\nFROM b\nARG Y=2\nWORKDIR /$Y/${Y:-1}\nRUN echo "$Y"\n',
    );
  });

  it('renames an ARG above FROM with the stages that bring it in', () => {
    const file = 'ARG V=1\nFROM a:$V AS a\nARG V\nLABEL v=${V}\nFROM b\nARG V=9\nLABEL v=$V\nFROM a\nLABEL v=$V\n';
    const renamed = 'ARG W=1\nFROM a:$W AS a\nARG W\nLABEL v=${W}\nFROM b\nARG V=9\nLABEL v=$V\nFROM a\nLABEL v=$W\n';
    assert.equal(rename(file.replace('ARG V=1', 'ARG ▮V=1'), 'W'), renamed);
    assert.equal(rename(file.replace('a:$V', 'a:▮$V'), 'W'), renamed);
    assert.equal(rename(file.replace('${V}', '${V▮}'), 'W'), renamed);
    assert.equal(rename(file.replace('ARG V=9', 'ARG V▮=9'), 'W'), file.replace('ARG V=9\nLABEL v=$V', 'ARG W=9\nLABEL v=$W'));
  });

  it('refuses where it cannot be sure', () => {
    assert.match(rename('FROM a\nENV ▮X=1\nRUN X=$X make\n', 'Y'), /^refused: Some places/);
    assert.match(rename("FROM a\nENV ▮X=1\nRUN envsubst '$X'\n", 'Y'), /^refused: Some places/);
    assert.match(rename('FROM a\nENV ▮X=1\nCMD ["sh", "-c", "echo $X"]\n', 'Y'), /^refused: Some places/);
    assert.match(rename('FROM a\nENV ▮X=1 Y=2\n', 'Y'), /^refused: This file uses/);
    assert.match(rename('FROM a\nENV ▮X=1\nRUN for Y in 1 2; do echo; done\n', 'Y'), /^refused: This file uses/);
    assert.match(rename('FROM a\nENV ▮X=1\n', 'TARGETARCH'), /^refused: The builder/);
    assert.match(rename('FROM a\nENV ▮X=1\n', '1X'), /^refused: A variable name/);
  });

  it('keeps the names that the builder or the system gives', () => {
    assert.equal(rename('FROM a\nARG TARGET▮ARCH\nRUN echo $TARGETARCH\n', 'X'), 'fixed name');
    assert.equal(rename('FROM a\nENV PATH=/x:$PA▮TH\n', 'X'), 'fixed name');
    assert.equal(rename('FROM a▮\n', 'X'), 'nothing here');
    assert.equal(rename('FROM a\nRUN apt-get ▮update\n', 'X'), 'nothing here');
  });
});
