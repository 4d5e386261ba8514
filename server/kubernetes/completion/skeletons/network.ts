import type { Skeleton } from './skeleton.ts';

/** Skeletons of the kinds that lead traffic, and keep it out. */
export const network: readonly Skeleton[] = [
  {
    label: 'Service',
    detail: { ko: '클러스터 안에서 Pod에 닿는 주소', en: 'an address for Pods inside the cluster' },
    note: 'kubernetes/Service',
    body: service('type: ClusterIP'),
  },
  {
    label: 'Service (headless)',
    detail: { ko: 'StatefulSet의 Pod마다 이름을 주는 Service', en: 'a name for each Pod of a StatefulSet' },
    note: 'kubernetes/ServiceSpec#clusterIP',
    body: service('clusterIP: None'),
  },
  {
    label: 'Service (NodePort)',
    detail: { ko: '모든 노드의 포트로 여는 Service', en: 'opened on a port of every node' },
    note: 'kubernetes/ServiceSpec#type',
    body: service('type: NodePort'),
  },
  {
    label: 'Service (LoadBalancer)',
    detail: { ko: '클라우드의 로드 밸런서로 여는 Service', en: 'opened through the cloud’s load balancer' },
    note: 'kubernetes/ServiceSpec#type',
    body: service('type: LoadBalancer'),
  },
  {
    label: 'Service (ExternalName)',
    detail: { ko: '클러스터 밖의 이름을 가리키는 Service', en: 'another name for a host outside' },
    note: 'kubernetes/ServiceSpec#type',
    body: `apiVersion: v1
kind: Service
metadata:
  name: \${1:database}
spec:
  type: ExternalName
  externalName: \${2:db.example.com}
`,
  },
  {
    label: 'Ingress',
    detail: { ko: '호스트와 경로를 Service로 보내는 틀', en: 'skeleton from a host and path to a Service' },
    note: 'kubernetes/Ingress',
    body: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: \${1:web}
spec:
  ingressClassName: \${2:nginx}
  tls:
    - hosts:
        - \${3:web.example.com}
      secretName: \${4:$1-tls}
  rules:
    - host: $3
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: $1
                port:
                  name: \${5:http}
`,
  },
  {
    label: 'HTTPRoute',
    detail: { ko: 'Gateway의 경로를 Service로 보내는 틀', en: 'skeleton from a Gateway to a Service' },
    note: 'kubernetes/HTTPRoute',
    body: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: \${1:web}
spec:
  parentRefs:
    - name: \${2:gateway}
  hostnames:
    - \${3:web.example.com}
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /
      backendRefs:
        - name: $1
          port: \${4:80}
`,
  },
  {
    label: 'NetworkPolicy (default deny)',
    detail: { ko: '네임스페이스의 모든 Pod를 막고 DNS만 여는 틀', en: 'closes every Pod of the namespace but for DNS' },
    note: 'kubernetes/NetworkPolicy',
    comments: [{ ko: '이름을 찾는 길만 엽니다', en: 'only names can be looked up' }],
    body: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:default-deny}
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
  egress:
    #1
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
`,
  },
];

function service(type: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: \${1:web}
  labels:
    app.kubernetes.io/name: $1
spec:
  ${type}
  selector:
    app.kubernetes.io/name: $1
  ports:
    - name: http
      port: \${2:80}
      targetPort: \${3:http}
`;
}
