FROM quay.io/strimzi/kafka:0.49.0-kafka-4.1.1
USER root:root
COPY ./plugins/ /opt/kafka/plugins/
RUN chmod -R a+rX /opt/kafka/plugins
USER 1001
