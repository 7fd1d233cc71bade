import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listenFault } from './listen.js'
import type { PrometheusMetrics } from './telemetry-prometheus.js'

export interface MetricsListener {
  /** `http://127.0.0.1:9464/metrics` */
  readonly url: string
  close(): Promise<void>
}

/**
 * `GET /metrics` and nothing else, at an address of its own: what the hub's users reach has no such page.
 * @throws ComityError PORT_IN_USE, CONFIG_INVALID
 */
export async function serveMetrics(
  metrics: Pick<PrometheusMetrics, 'text' | 'contentType'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw listenFault(error, { host, port, variables: ['COMITY_METRICS_HOST', 'COMITY_METRICS_PORT'] })
  }
  // Reading the metrics is never what keeps the process alive.
  server.unref()
  const bound = (server.address() as AddressInfo).port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
