/** Output as the tools print it. */
export const getPods = `NAME                          READY   STATUS             RESTARTS        AGE
api-7c9d8f6b5-x2k4p           1/1     Running            0               2d
web-6d4cf56db6-9xk2l          0/1     CrashLoopBackOff   12 (2m3s ago)   40m
web-6d4cf56db6-abcde          0/1     CrashLoopBackOff   11 (90s ago)    40m
worker-5f7c9-zz               0/1     ImagePullBackOff   0               5m
db-0                          0/1     Running            0               30s
migrate-x                     0/1     Completed          0               3d
seed                          0/1     Init:0/2           0               9s
`;

export const getPodsWide = `NAMESPACE     NAME                READY   STATUS             RESTARTS      AGE   IP           NODE       NOMINATED NODE   READINESS GATES
shop          cart-1              0/1     OOMKilled          3 (20s ago)   4m    10.0.0.12    node-1     <none>           <none>
shop          pay-1               0/2     Pending            0             4m    <none>       <none>     <none>           <none>
kube-system   coredns-1           1/1     Running            0             9d    10.0.0.2     node-1     <none>           <none>
`;

export const describePod = `Name:             cart-1
Namespace:        shop
Priority:         0
Service Account:  default
Node:             node-1/172.18.0.3
Start Time:       Fri, 20 Nov 2026 10:00:00 +0000
Labels:           app=cart
Annotations:      <none>
Status:           Running
IP:               10.0.0.12
Controlled By:    ReplicaSet/cart
Init Containers:
  wait-db:
    Container ID:   containerd://1
    Image:          busybox:1.37
    State:          Terminated
      Reason:       Completed
      Exit Code:    0
    Ready:          True
    Restart Count:  0
Containers:
  cart:
    Container ID:   containerd://2
    Image:          registry.example.com/cart:1
    Port:           8080/TCP
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
      Started:      Fri, 20 Nov 2026 10:03:00 +0000
      Finished:     Fri, 20 Nov 2026 10:03:10 +0000
    Ready:          False
    Restart Count:  5
    Limits:
      memory:  64Mi
    Liveness:     http-get http://:8080/healthz delay=0s timeout=1s period=10s #success=1 #failure=3
    Environment:  <none>
Conditions:
  Type              Status
  Initialized       True
  Ready             False
  PodScheduled      True
Events:
  Type     Reason     Age                   From               Message
  ----     ------     ----                  ----               -------
  Normal   Scheduled  5m                    default-scheduler  Successfully assigned shop/cart-1 to node-1
  Warning  Unhealthy  2m (x3 over 4m)       kubelet            Liveness probe failed: HTTP probe failed with statuscode: 500
  Warning  BackOff    3s (x12 over 4m)      kubelet            Back-off restarting failed container cart in pod cart-1
`;

export const getEvents = `LAST SEEN   TYPE      REASON             OBJECT               MESSAGE
2m          Normal    Scheduled          pod/pay-1            Successfully assigned shop/pay-1 to node-1
90s         Warning   FailedScheduling   pod/pay-1            0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available
30s         Warning   Failed             pod/worker-5f7c9-zz  Failed to pull image "shop/worker:2": failed to resolve reference "docker.io/shop/worker:2": pull access denied, repository does not exist or may require authorization
`;

export const dockerPs = `CONTAINER ID   IMAGE          COMMAND                  CREATED         STATUS                       PORTS                    NAMES
1a2b3c4d5e6f   nginx:1.29     "/docker-entrypoint.…"   2 hours ago     Up 2 hours                   0.0.0.0:8080->80/tcp     web
2b3c4d5e6f70   shop/api:1     "node server.js"         5 minutes ago   Exited (137) 3 minutes ago                            api
3c4d5e6f7081   shop/job:1     "run"                    5 minutes ago   Exited (0) 3 minutes ago                              job
4d5e6f708192   postgres:18    "docker-entrypoint.s…"   5 minutes ago   Up 5 minutes (unhealthy)     5432/tcp                 db
5e6f70819203   shop/new:1     "x"                      1 second ago    Restarting (1) 5 seconds ago                          new
`;

export const composePs = `NAME          IMAGE        COMMAND                  SERVICE   CREATED         STATUS                     PORTS
shop-db-1     postgres:18  "docker-entrypoint.s…"   db        2 minutes ago   Up 2 minutes (healthy)     5432/tcp
shop-api-1    shop-api     "node server.js"         api       2 minutes ago   Exited (1) 1 minute ago
`;

export const composeError = `[+] Running 2/2
 ✔ Container shop-db-1  Error                                      10.6s
dependency failed to start: container shop-db-1 is unhealthy
Error response from daemon: driver failed programming external connectivity on endpoint web: Bind for 0.0.0.0:8080 failed: port is already allocated
`;
