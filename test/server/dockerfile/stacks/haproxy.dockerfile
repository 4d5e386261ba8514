FROM haproxy:3.2-alpine
USER root
RUN apk add --no-cache socat
USER haproxy
COPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg
COPY --chmod=0444 errors/*.http /usr/local/etc/haproxy/errors/
