import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** nginx with the headers the build wrote, giving out the compressed forms that lie beside the files; null where there is none, or no headers. */
export async function startNginx(root: string): Promise<{ url: string; close: () => void } | null> {
  if (spawnSync('nginx', ['-v']).status !== 0 || !existsSync(join(root, 'hosting/nginx.conf'))) return null
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'atlas-nginx-'))]
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `worker_processes 1; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 512; }
http { ${paths} access_log off; types { text/html html; text/css css; application/json json; text/csv csv; } default_type text/plain; gzip_static on;
server { listen 127.0.0.1:${port}; root ${resolve(root)}; include ${resolve(root, 'hosting/nginx.conf')}; } }`,
  )
  const own: ChildProcess = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  let up = false
  for (let tries = 0; !up && tries < 50; tries++) {
    up = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    await new Promise((done) => setTimeout(done, 100))
  }
  if (!up) throw new Error(`nginx does not start: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)
  return {
    url,
    close: () => {
      own.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
