import cluster from 'node:cluster'
import { createServer, get } from 'node:http'
import { availableParallelism } from 'node:os'
import process from 'node:process'

/**
 * The ceiling: `node:http` that says hello, with as many processes as the shop has. `hello.ts <port> [address]`: with an address it answers with what stands there, head and body, instead.
 */
const [port, address] = process.argv.slice(2)

/** The bytes of another server's answer, packed as a browser takes them. */
function copyOf(url: string): Promise<{ heads: string[]; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const own = new Set(['date', 'connection', 'keep-alive'])
      const heads = answer.rawHeaders.filter(
        (_, at) => !own.has((answer.rawHeaders[at - (at % 2)] ?? '').toLowerCase()),
      )
      let body = ''
      answer.setEncoding('latin1')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => resolve({ heads, body }))
    }).on('error', reject)
  })
}

async function serve(): Promise<void> {
  const copy = address === undefined ? null : await copyOf(address)
  const server = copy
    ? createServer((_, response) => response.writeHead(200, copy.heads).end(copy.body, 'latin1'))
    : createServer((_, response) => response.end('hello'))
  server.listen(Number(port), '127.0.0.1')
}

if (cluster.isPrimary) for (let n = 0; n < availableParallelism(); n++) cluster.fork()
else {
  await serve()
  // the channel to the parent does not keep a child of ours alive
  setInterval(() => {}, 60_000)
}
