FROM alpine:3.22
RUN apk add --no-cache \
      bash \
      git \
      jq
COPY entrypoint.sh /entrypoint.sh
# GitHub mounts the workspace of another user, so the action has to run as root.
# hadolint ignore=DL3002
USER root
ENTRYPOINT ["/entrypoint.sh"]
