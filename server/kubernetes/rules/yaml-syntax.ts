import { defineRule } from '../../rule.ts';
import { checkSyntax } from '../../yaml/check-syntax.ts';
import { perAnyDocument } from '../../yaml/per-document.ts';
import { syntaxMessages } from '../../yaml/syntax-messages.ts';
import type { KubernetesModel } from '../model.ts';

export const yamlSyntax = defineRule<KubernetesModel>({
  id: 'kubernetes/yaml-syntax',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: syntaxMessages.other,
  variants: syntaxMessages,
  why: {
    ko: '`kubectl`은 YAML로 읽을 수 없는 문서를 API 서버에 보내지 못합니다.',
    en: '`kubectl` cannot send the API server a document that does not read as YAML.',
  },
  note: 'concepts/yaml',
  check: perAnyDocument(checkSyntax),
  examples: {
    bad: [
      // tabs alone: their depth is plain
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n«\t»a: b\n\tc: |\n\t\td\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  c: |\n    d\n',
      },
      {
        text: '# 설정\napiVersion: v1\nkind: ConfigMap\nmetadata:\n«\t»name: shop\n',
        fixed: '# 설정\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n',
      },
      // nothing but a tab on the line
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n«\t»\n  c: d\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  \n  c: d\n',
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n «c»: d\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n    «c»: d\n' },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «b: c» # 주석\n',
        fixed: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: 'b: c' # 주석\n",
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  «c»\n' },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  «c:»d\n  e: f\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  c: d\n  e: f\n',
      },
      { text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n   «-» name: db\n' },
      { text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n    «volumes»: []\n' },
      { text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers: «-» name: web\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «"»b\n  c: d\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «[»b, c\n  d: e\n' },
      { text: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: 'it'«s'»\n" },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: [b]«]»\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: [b,«,» c]\n' },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «@b»\n',
        fixed: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: '@b'\n",
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: |«text»\n    b\n' },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: "C:«\\d»ir"\n',
        fixed: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: "C:\\\\dir"\n',
      },
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «*.example.com»\n',
        fixed: "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: '*.example.com'\n",
      },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: &x «&y» b\n' },
      { text: '%YAML 1.2\n«apiVersion: v1»\nkind: Pod\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n--- «kind: Pod»\napiVersion: v1\n' },
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: "b«»"\n' },
      // one of three documents
      {
        text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n--- # 두 번째\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\ndata:\r\n  a: «`b`»\r\n--- # 세 번째\r\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n',
        fixed:
          "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n--- # 두 번째\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: shop\r\ndata:\r\n  a: '`b`'\r\n--- # 세 번째\r\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n",
      },
      // what follows is a consequence
      { text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: «"»b\n  c: "d\n  e: [f\n' },
    ],
    good: [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n',
      // a template
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n\t{{- range .Values.data }}\n  {{ . }}: {{ . }}\n\t{{- end }}\n',
      // kubectl does not mind how lines inside brackets and quotes are indented
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  list: [\n  a,\n  b\n  ]\n  text: "a\n  b"\n',
      // nor this
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: "b"# no space before it\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  script: |\n    \tindented with a tab, which is text here\n',
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: &x b\n  c: *x\n  <<: {d: e}\n',
      // kubectl takes it; another rule speaks
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n  a: c\n',
      '﻿apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata: {a: "b"} # 주석\n',
    ],
  },
});
