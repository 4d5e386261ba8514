FROM alpine:3.22
RUN apk --no-cache add curl=~8 ca-certificates \
  && curl -fsSL https://get.helm.sh/helm-v3.19.2-linux-amd64.tar.gz -o helm.tgz \
  && echo "2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e  helm.tgz" | sha256sum -c - \
  && tar -xzf helm.tgz --strip-components=1 -C /usr/local/bin linux-amd64/helm \
  && rm helm.tgz
USER nobody:nobody
ENTRYPOINT ["helm"]
