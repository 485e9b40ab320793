# Both bases can be replaced: any glibc system with Node 24 and npm to build on, any small glibc system to run on.
ARG BUILD_IMAGE=docker.io/library/node:24-bookworm-slim
ARG RUN_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && cp "$(node -p process.execPath)" /node

FROM ${RUN_IMAGE}
LABEL org.opencontainers.image.title="nginx-why" \
      org.opencontainers.image.description="Answers nginx errors in Slack" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /node /usr/local/bin/node
COPY --from=build /src/dist /app/dist
COPY --from=build /src/prompts /app/prompts
COPY --from=build /src/package.json /src/slack-manifest.yaml /src/LICENSE /app/
WORKDIR /app
ENV NODE_ENV=production HEALTH_PORT=3001
RUN install -d -o 65532 -g 65532 -m 700 /data
USER 65532:65532
EXPOSE 3000 3001
# Nothing is written but the store, where STORE_FILE names one below /data: run it with a read-only root file system.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/bot.js"]
