import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { availableParallelism } from 'node:os'
import process from 'node:process'

/** The ceiling: `node:http` that says hello, with as many processes as the shop has. Listens on the port that it is given. */
const port = Number(process.argv[2])

if (cluster.isPrimary) for (let n = 0; n < availableParallelism(); n++) cluster.fork()
else {
  createServer((_, response) => response.end('hello')).listen(port, '127.0.0.1')
  // the channel to the parent does not keep a child of ours alive
  setInterval(() => {}, 60_000)
}
