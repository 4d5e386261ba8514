import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { storeOf } from '../../facts/stores.ts';
import type { Localized } from '../../locale.ts';
import { itemOf, valueItem, writeValue } from '../../yaml/item.ts';
import { stringAt } from '../../yaml/read.ts';
import { projectsOf } from '../names/projects.ts';
import { namesFor } from '../names/scope.ts';
import type { Spot } from './spot.ts';
import { declare } from './top-level.ts';

const words = {
  named: { ko: '이름 있는 볼륨', en: 'a named volume' },
  declares: { ko: '이름 있는 볼륨, 맨 위의 volumes에도 추가합니다', en: 'a named volume, added to the volumes at the top too' },
  bind: { ko: '이 폴더를 컨테이너에 붙입니다', en: 'a folder beside this file' },
  readOnly: { ko: '읽기 전용으로 붙입니다', en: 'read-only' },
} satisfies Record<string, Localized>;

/** Offers mounts in the short syntax: the volumes of the project, one that is declared along with it, and folders. */
export function completeMounts(spot: Spot): readonly CompletionItem[] {
  const { at, place, document, service, serviceName, model, context } = spot;
  if (at?.place !== 'services.*.volumes[]') return [];
  const { locale } = context;
  const image = stringAt(document.source.ast, service, ['image']) ?? '';
  const [data = '/data'] = storeOf(image)?.directories ?? [];
  const names = namesFor(projectsOf(model, context), context.path, 'volume').map(({ name }) => name.text);
  const own = serviceName === undefined || !/^[A-Za-z\d][\w.-]*$/.test(serviceName) ? 'app-data' : `${serviceName}-data`;
  const mounts = [
    ...names.map((name) => ({ value: `${name}:${data}`, detail: words.named[locale] })),
    { value: './:/app', detail: words.bind[locale] },
    { value: './config:/etc/app:ro', detail: `${words.bind[locale]} · ${words.readOnly[locale]}` },
  ];
  const items = mounts.map(({ value, detail }, index) =>
    valueItem(spot, {
      value,
      isString: true,
      kind: value.startsWith('.') ? CompletionItemKind.Folder : CompletionItemKind.Reference,
      sort: `${value.startsWith('.') ? 2 : 0}${String(index).padStart(3, '0')}`,
      detail,
    }),
  );
  const declared = names.includes(own) || place.style !== 'block' ? undefined : declare(spot, { section: 'volumes', name: own, body: '' });
  if (!declared) return items;
  const value = `${own}:${data}`;
  return [
    ...items,
    itemOf(spot, {
      label: value,
      kind: CompletionItemKind.Snippet,
      text: writeValue(spot, value, true) + (declared.after ?? ''),
      sort: `0${String(names.length).padStart(3, '0')}`,
      filter: place.quote + value + place.quote,
      detail: words.declares[locale],
      ...(declared.also ? { also: declared.also } : {}),
    }),
  ];
}
