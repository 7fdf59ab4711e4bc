# What is built stays behind: the last stage holds what runs, and nothing that compiles, tests or installs.
FROM node:22-bookworm-slim AS build
WORKDIR /build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential python3 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run --silent build && npm prune --omit=dev

FROM node:22-bookworm-slim
WORKDIR /waymark
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LEDGER=/data/waymark.db LEDGER_COPY=/data/copy.db TMPDIR=/data
COPY --from=build /build/package.json /build/LICENSE /build/schema.graphql ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/drizzle ./drizzle
COPY --from=build /build/src/documents ./src/documents
COPY --from=build /build/src/ledger/past-worker.js /build/src/ledger/checkpoint-worker.js /build/src/ledger/write-worker.js ./src/ledger/
COPY --from=build /build/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "serve"]
