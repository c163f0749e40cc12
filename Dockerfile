# The portal as an image: built with Maven, run as an ordinary user on a JRE.
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY app app
COPY db db
COPY frontend frontend
COPY templates-catalog templates-catalog
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package \
 && java -Djarmode=tools -jar app/target/slipway.jar extract --destination /slipway

FROM eclipse-temurin:25-jre-noble
RUN useradd --system --uid 10001 --no-create-home slipway
WORKDIR /slipway
COPY --from=build /slipway ./
USER 10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 --sun-misc-unsafe-memory-access=allow"
ENTRYPOINT ["java", "-jar", "slipway.jar"]
