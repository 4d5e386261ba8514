import assert from 'node:assert/strict';
import type { NoteContent, PageContent, TroubleData } from '../../server/protocol.ts';
import { getPods } from '../server/output/samples.ts';
import { startClient, type TestClient } from './client.ts';

describe('what there is to read, over LSP', () => {
  let client: TestClient;
  before(async () => {
    client = await startClient({ locale: 'ko' });
  });
  after(() => client.stop());

  const here = (uri: string, line: number, character: number) =>
    client.connection.sendRequest<PageContent | null>('mulgil/here', { textDocument: { uri }, position: { line, character } });

  it('is the note of what stands at a position, with the facts of the hover', async () => {
    const uri = 'file:///x/app.yaml';
    client.open(uri, 'yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n');
    const page = await here(uri, 5, 4);
    const note = await client.connection.sendRequest<NoteContent>('mulgil/note', { id: 'kubernetes/DeploymentSpec#replicas' });
    assert.ok(page);
    const { facts, ...rest } = page;
    assert.deepEqual(rest, note);
    assert.ok(facts && facts.some((fact) => fact.includes('`integer`')), String(facts));
    assert.ok(facts.every((fact) => !fact.includes('command:')));
  });

  it('is the official text where there is no note, and nothing where there is nothing', async () => {
    const uri = 'file:///x/flow.yaml';
    client.open(
      uri,
      'yaml',
      'apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nmetadata:\n  name: a\nspec:\n\n  matchingPrecedence: 1\n',
    );
    const page = await here(uri, 6, 4);
    assert.equal(page?.title, 'matchingPrecedence');
    assert.match(page.body, /FlowSchemas/);
    assert.equal(page.id, undefined);
    assert.equal(await here(uri, 5, 0), null);
    assert.equal(await here('file:///x/none.yaml', 0, 0), null);
  });

  it('is what output says', async () => {
    const page = await client.connection.sendRequest<PageContent>('mulgil/explainOutput', { text: getPods });
    assert.match(page.body, /7개 가운데 5개를 살펴보세요/);
    assert.equal(page.locale, 'ko');
    assert.equal(await client.connection.sendRequest('mulgil/explainOutput', { text: 'hello' }), null);
  });

  it('is reached from a terminal by words whose entries exist', async () => {
    const troubles = await client.connection.sendRequest<readonly TroubleData[]>('mulgil/troubles');
    const crash = troubles.find(({ matches }) => matches.includes('CrashLoopBackOff'));
    assert.ok(crash);
    assert.ok(await client.connection.sendRequest('mulgil/note', { id: crash.id }));
  });
});
