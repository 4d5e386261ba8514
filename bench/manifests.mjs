// Manifests as people write them: applications of nine documents each, whose names and labels point at one another.

/**
 * The documents of one application: what is asked of a cluster to run a web application with a database.
 * @param {number} index tells applications apart
 * @returns {readonly { readonly name: string, readonly text: string }[]} name of the file and its text
 */
function application(index) {
  const app = `shop-${index}`;
  const namespace = `team-${index % 25}`;
  const metadata = (/** @type {string} */ name) => `metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${app}
    app.kubernetes.io/part-of: shop`;
  return [
    { name: 'deployment', text: deployment(app, metadata(app)) },
    {
      name: 'service',
      text: `apiVersion: v1
kind: Service
${metadata(app)}
spec:
  selector:
    app.kubernetes.io/name: ${app}
  ports:
    - name: http
      port: 80
      targetPort: http
`,
    },
    {
      name: 'configmap',
      text: `apiVersion: v1
kind: ConfigMap
${metadata(`${app}-settings`)}
data:
  LOG_LEVEL: info
  DATABASE_HOST: ${app}-database.${namespace}.svc
  application.yaml: |
    server:
      port: 8080
    cache: { enabled: true, seconds: ${30 + (index % 300)} }
`,
    },
    {
      name: 'secret',
      text: `apiVersion: v1
kind: Secret
${metadata(`${app}-database`)}
type: Opaque
stringData:
  password: changed-at-deployment
`,
    },
    {
      name: 'ingress',
      text: `apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(app)}
spec:
  ingressClassName: nginx
  rules:
    - host: ${app}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${app}
                port:
                  name: http
`,
    },
    {
      name: 'autoscaler',
      text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata(app)}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${app}
  minReplicas: 2
  maxReplicas: ${4 + (index % 8)}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
    },
    {
      name: 'disruption-budget',
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata(app)}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}
`,
    },
    {
      name: 'account',
      text: `apiVersion: v1
kind: ServiceAccount
${metadata(app)}
automountServiceAccountToken: false
`,
    },
    {
      name: 'network-policy',
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata(app)}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${app}
  policyTypes: [Ingress]
  ingress:
    - ports:
        - port: 8080
`,
    },
  ];
}

/**
 * @param {string} app
 * @param {string} metadata
 */
function deployment(app, metadata) {
  return `apiVersion: apps/v1
kind: Deployment
${metadata}
spec:
  replicas: 3
  revisionHistoryLimit: 5
  selector:
    matchLabels:
      app.kubernetes.io/name: ${app}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${app}
    spec:
      serviceAccountName: ${app}
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: registry.example.com/shop/${app}:1.4.2
          # here
          ports:
            - name: http
              containerPort: 8080
          envFrom:
            - configMapRef:
                name: ${app}-settings
          env:
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${app}-database
                  key: password
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          livenessProbe:
            httpGet:
              path: /alive
              port: http
            initialDelaySeconds: 10
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
`;
}

/**
 * One file of this many documents. The first is a Deployment, and so is one of any nine in a row.
 * @param {number} count
 */
export function manifests(count) {
  return documents(count)
    .map(({ text }) => text)
    .join('---\n');
}

/**
 * The files of a workspace, one document each: paths from its root, and texts.
 * @param {number} count
 * @returns {readonly { readonly path: string, readonly text: string }[]}
 */
export function manifestFiles(count) {
  return documents(count).map(({ app, name, text }) => ({ path: `team-${app % 25}/shop-${app}/${name}.yaml`, text }));
}

/** @param {number} count */
function documents(count) {
  return Array.from({ length: Math.ceil(count / 9) }, (_, app) => application(app).map((document) => ({ app, ...document })))
    .flat()
    .slice(0, count);
}
