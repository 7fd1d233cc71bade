# One image for the gateway, the subgraphs and the preparation of the database: the command says which.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=root:root /app ./
# Nothing is written into the image: generated keys, where there are any, lie in /data, the witness file in /witness.
RUN mkdir /data /witness && chown node:node /data /witness
USER node
ENV COMITY_DATA_DIR=/data
EXPOSE 4000
ENTRYPOINT ["node", "cli/comity.mjs"]
CMD ["start"]
