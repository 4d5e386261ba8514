FROM nginx:1.30

RUN rm /etc/nginx/conf.d/default.conf
COPY nginx.conf /etc/nginx/nginx.conf
COPY templates/ /etc/nginx/templates/
COPY --chmod=755 <<'EOF' /docker-entrypoint.d/05-resolver.sh
#!/bin/sh
# The resolver of the container's own network.
set -eu
echo "resolver $(awk '/^nameserver/ { print $2; exit }' /etc/resolv.conf) valid=10s;" > /etc/nginx/conf.d/resolver.conf
EOF
ENV NGINX_ENVSUBST_FILTER=^API_
VOLUME /var/cache/nginx
EXPOSE 80 443
