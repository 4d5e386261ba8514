import assert from 'node:assert/strict';
import { fromRun } from '../../../server/convert/run/from-run.ts';
import { insertService } from '../../../server/convert/run/insert.ts';
import { applyEdits } from '../../../server/text/edit.ts';
import { parseYamlFile } from '../../../server/yaml/parse.ts';

function paste(file: string, command: string): string | undefined {
  const read = fromRun(command, 'en');
  assert.ok('service' in read);
  const edits = insertService(parseYamlFile(file), read);
  return edits && applyEdits(file, edits);
}

describe('a pasted command', () => {
  it('makes a file of an empty one', () =>
    assert.equal(
      paste('', 'docker run -v data:/data redis:8'),
      'services:\n  redis:\n    image: redis:8\n    volumes:\n      - data:/data\nvolumes:\n  data: {}\n',
    ));
  it('becomes the last service, with its volume, and leaves the rest alone', () =>
    assert.equal(
      paste(
        '# mine\nservices:\n  web:\n    image: x:1 # why\n\n# volumes\nvolumes:\n  old:\n',
        'docker run --name cache -v old:/a -v data:/data redis:8',
      ),
      '# mine\nservices:\n  web:\n    image: x:1 # why\n\n  cache:\n    image: redis:8\n    volumes:\n      - old:/a\n      - data:/data\n\n# volumes\nvolumes:\n  old:\n  data: {}\n',
    ));
  it('keeps line breaks and takes no name that is there', () =>
    assert.equal(
      paste('services:\r\n    a:\r\n        image: x:1\r\n', 'docker run --name a x:2'),
      'services:\r\n    a:\r\n        image: x:1\r\n\r\n    a-2:\r\n      image: x:2\r\n',
    ));
  it('fills services that are empty or missing', () => {
    assert.equal(paste('services:\n', 'docker run a:1'), 'services:\n  a:\n    image: a:1\n');
    assert.equal(paste('name: x\n', 'docker run a:1'), 'name: x\n\nservices:\n  a:\n    image: a:1\n');
  });
  it('is not put where that is not plain to do', () => {
    assert.equal(paste('services: { a: { image: x } }\n', 'docker run a:1'), undefined);
    assert.equal(paste('services:\n  a: [\n', 'docker run a:1'), undefined);
    assert.equal(paste('- a\n', 'docker run a:1'), undefined);
  });
});
