import autocannon from 'autocannon'
import { startNginx } from '../site/nginx.ts'
import { serve } from '../site/server.ts'
import { type Measures, report } from './measure.ts'

/** The built site under load from this machine, a few seconds an address: requests a second, milliseconds at the median and the 99th percentile. */
export async function benchLoad(root = 'dist', seconds = 5): Promise<void> {
  const server = (await startNginx(root)) ?? (await serve(root))
  const addresses = ['/zh/', '/zh/documents/hubei-2023/', '/data/latest/targets.csv', '/api/v1/targets.json', '/zh/nowhere/']
  const rows: Measures = []
  for (const connections of [1, 16, 64])
    for (const address of addresses) {
      const headers = { 'accept-encoding': 'gzip' }
      const done = await autocannon({ url: server.url + address, connections, duration: seconds, headers })
      const { average } = done.requests
      rows.push({
        size: connections,
        address,
        'requests/s': average,
        'MB/s': done.throughput.average / 1e6,
        'ms median': done.latency.p50,
        'ms p99': done.latency.p99,
        failed: done.errors + done.timeouts,
      })
    }
  server.close()
  report('load', rows, [])
}
