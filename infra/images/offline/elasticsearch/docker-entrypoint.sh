#!/usr/bin/env bash
# Settings come by environment variables with dots in their names, as with the official image. Those of
# parts that are not published as jars (xpack, ingest) are passed over.
set -euo pipefail

HOME_DIR=/usr/share/elasticsearch
{
  echo 'network.host: 0.0.0.0'
  echo "path.data: $HOME_DIR/data"
  echo "path.logs: $HOME_DIR/logs"
  tr '\0' '\n' </proc/self/environ | grep -E '^[a-z0-9_]+(\.[a-z0-9_]+)+=' | grep -vE '^(xpack|ingest)\.' |
    sed 's/=/: /' || true
} >"$HOME_DIR/config/elasticsearch.yml"
cat >"$HOME_DIR/config/log4j2.properties" <<'L'
status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601}{UTC}Z %p %c{1.} %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
logger.node.name = org.elasticsearch.node
logger.node.level = info
L
# shellcheck disable=SC2086 — options are words.
exec java ${ES_JAVA_OPTS:--Xms1g -Xmx1g} --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -XX:+ExitOnOutOfMemoryError -XX:MaxDirectMemorySize=128m -Dio.netty.noUnsafe=true \
  -Dio.netty.noKeySetOptimization=true -Dio.netty.recycler.maxCapacityPerThread=0 -Dlog4j.shutdownHookEnabled=false \
  -Dlog4j2.disable.jmx=true -cp "$HOME_DIR/lib/*" dev.musubi.elasticsearchnode.ElasticsearchNode "$HOME_DIR"
