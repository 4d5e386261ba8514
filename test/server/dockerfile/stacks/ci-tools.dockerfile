# syntax=docker/dockerfile:1
FROM ubuntu:24.04
ARG KUBECTL_VERSION=v1.34.2
ARG TERRAFORM_VERSION=1.13.5
ARG TARGETARCH=amd64

ARG DEBIAN_FRONTEND=noninteractive
RUN <<EOF
set -eux
apt-get update
apt-get install -y --no-install-recommends ca-certificates curl gnupg make unzip
rm -rf /var/lib/apt/lists/*
EOF

RUN set -eux; \
    # the checksum stands beside the binary
    curl -fsSLO "https://dl.k8s.io/release/${KUBECTL_VERSION}/bin/linux/${TARGETARCH}/kubectl"; \
    curl -fsSL "https://dl.k8s.io/release/${KUBECTL_VERSION}/bin/linux/${TARGETARCH}/kubectl.sha256" -o kubectl.sha256; \
    echo "$(cat kubectl.sha256)  kubectl" | sha256sum --check; \
    install -m 0755 kubectl /usr/local/bin/kubectl; \
    rm kubectl kubectl.sha256

RUN curl -fsSL -o /tmp/terraform.zip \
      "https://releases.hashicorp.com/terraform/${TERRAFORM_VERSION}/terraform_${TERRAFORM_VERSION}_linux_${TARGETARCH}.zip" \
    && unzip -q /tmp/terraform.zip terraform -d /usr/local/bin \
    && rm /tmp/terraform.zip

RUN useradd --create-home --shell /bin/bash ci
USER ci
WORKDIR /home/ci
CMD ["bash"]
