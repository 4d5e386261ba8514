FROM sbtscala/scala-sbt:eclipse-temurin-21.0.8_9_1.11.7_3.3.7 AS build
WORKDIR /app
COPY build.sbt ./
COPY project/build.properties project/plugins.sbt ./project/
RUN sbt update
COPY . .
RUN sbt stage

FROM eclipse-temurin:21-jre-alpine
RUN addgroup -S app && adduser -S -G app app
WORKDIR /opt/app
COPY --from=build --chown=app:app /app/target/universal/stage ./
USER app
EXPOSE 9000
ENTRYPOINT ["bin/shop", "-Dpidfile.path=/dev/null"]
