import { mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { Stop } from '../process/stop-with-sentence'

const neededBytes = 500_000_000

/** Refuses to begin with less than 500 MB free: a database that runs out of disk stops in the middle of a sale. */
export function checkDiskSpace(directory: string): void {
  mkdirSync(directory, { recursive: true })
  const { bavail, bsize } = statfsSync(directory)
  const free = bavail * bsize
  if (free < neededBytes) {
    throw new Stop(
      `Only ${Math.floor(free / 1_000_000)} MB are free where ${directory} lies; 500 MB are needed.`,
    )
  }
}

const reasons: Record<string, string> = {
  EADDRINUSE: 'is in use by another program: stop that, or choose another, for example PORT=3001 npm start',
  EACCES: 'may not be opened by this user: choose one above 1023',
  EADDRNOTAVAIL: 'cannot be opened, because this machine does not have that address: check HOST',
  ENOTFOUND: 'cannot be opened, because that name is not known: check HOST',
}

/** Refuses a port that cannot be opened; answers the port, a free one for 0. */
export function checkPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ''] ?? `cannot be opened (${error.code})`
      reject(new Stop(`Port ${port} on ${host} ${reason}.`))
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
