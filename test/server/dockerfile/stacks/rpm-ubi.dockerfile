FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6
RUN microdnf install -y --nodocs --setopt=install_weak_deps=0 java-21-openjdk-headless shadow-utils \
    && microdnf clean all \
    && useradd -r -u 1001 -g 0 app
COPY --chown=1001:0 target/service.jar /deployments/service.jar
USER 1001
WORKDIR /deployments
ENV JAVA_OPTS=""
EXPOSE 8080/tcp 8443/tcp
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTS -jar /deployments/service.jar"]
