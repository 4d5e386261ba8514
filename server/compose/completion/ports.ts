import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { stageIndex } from '../../builds/stages.ts';
import { knownPorts } from '../../facts/ports.ts';
import { storePort } from '../../facts/stores.ts';
import type { Localized } from '../../locale.ts';
import { valueItem } from '../../yaml/item.ts';
import { stringAt } from '../../yaml/read.ts';
import { dockerfileHere } from './stages.ts';
import type { Spot } from './spot.ts';

const local: Localized = { ko: '이 컴퓨터에서만 열립니다', en: 'open on this computer only' };
const open: Localized = { ko: '같은 네트워크의 다른 컴퓨터에도 열립니다', en: 'open to other computers on the network too' };

/** Offers ports: those that the service's image or Dockerfile listens on first. */
export function completePorts(spot: Spot): readonly CompletionItem[] {
  const place = spot.at?.place;
  const { locale } = spot.context;
  const offer = (value: string, index: number, detail: string | undefined, isString: boolean): CompletionItem =>
    valueItem(spot, {
      value,
      isString,
      isExample: true,
      kind: CompletionItemKind.Value,
      sort: `0${String(index).padStart(3, '0')}`,
      detail,
    });
  const ports = portsOf(spot);
  switch (place) {
    case 'services.*.ports[]':
      return ports.flatMap(({ port, detail }, index) => [
        offer(`127.0.0.1:${port}:${port}`, 2 * index, detail ?? local[locale], true),
        offer(`${port}:${port}`, 2 * index + 1, detail ?? open[locale], true),
      ]);
    case 'services.*.ports[].target':
      return ports.map(({ port, detail }, index) => offer(port, index, detail, false));
    case 'services.*.ports[].published':
    case 'services.*.expose[]':
      return ports.map(({ port, detail }, index) => offer(port, index, detail, true));
    case 'services.*.ports[].host_ip':
      return [offer('127.0.0.1', 0, local[locale], true)];
    default:
      return [];
  }
}

/** Most ports that are offered where nothing is known of the service. */
const portLimit = 8;

function portsOf(spot: Spot): readonly { readonly port: string; readonly detail: string | undefined }[] {
  const { document, service, context } = spot;
  const image = stringAt(document.source.ast, service, ['image']);
  const listens = image === undefined ? undefined : storePort(image);
  const path = dockerfileHere(spot);
  const stages = path === undefined ? [] : (stageIndex(context.workspace)?.stagesOf(path) ?? []);
  const exposed = stages.flatMap(({ ports }) => ports).filter((port) => /^\d+(?:\/tcp)?$/.test(port));
  const own = [
    ...(listens === undefined ? [] : [{ port: String(listens), detail: image }]),
    ...[...new Set(exposed)].map((port) => ({ port: port.replace('/tcp', ''), detail: `EXPOSE · ${path ?? ''}` })),
  ];
  if (own.length > 0) return own;
  return [...knownPorts].slice(0, portLimit).map(([port, programs]) => ({ port: String(port), detail: programs }));
}
