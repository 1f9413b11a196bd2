import { connect } from 'node:net'

/** What came of asking: answers, those that were none (another status than 2xx, a connection that broke, half a minute of silence), and how long each took, in milliseconds. */
interface Asked {
  answered: number
  failed: number
  times: number[]
  tookMs: number
}

/** One address, or several of one server that are asked for one after the other. */
type Ask = {
  url: string | readonly string[]
  headers: Record<string, string>
  connections: number
  seconds: number
  /** how many of the addresses have been asked for before */
  from?: number
}

/** A server that says nothing for so long is not waited for. */
const silenceMs = 30_000

/**
 * Asks for addresses over so many connections, one request at a time on each, for as long as it is told. It reads of an answer where it ends and nothing else: beside two processors' worth of
 * servers, whatever the asking costs is taken from what is measured (a parser of heads in JavaScript takes more than the servers themselves).
 */
export async function ask({ url, headers, connections, seconds, from = 0 }: Ask): Promise<Asked> {
  const urls = [url].flat().map((one) => new URL(one))
  const { hostname = '', port, host = '' } = urls[0] ?? {}
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const requests = urls.map(({ pathname, search }) =>
    Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'),
  )
  let asked = from
  const times: number[] = []
  let failed = 0
  const started = performance.now()
  const mayGoOn = () => performance.now() - started < seconds * 1000

  const onOneConnection = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname).setNoDelay(true).setTimeout(silenceMs)
      const answer = readAnswers()
      let began = performance.now()
      const send = () => {
        began = performance.now()
        socket.write(requests[asked++ % requests.length] ?? '')
      }
      socket.on('connect', send)
      socket.on('data', (bytes) => {
        const status = answer(bytes)
        if (status === null) return
        if (status >= 200 && status < 300) times.push(performance.now() - began)
        else failed += 1
        began = 0
        if (mayGoOn()) send()
        else socket.destroy()
      })
      socket.on('timeout', () => socket.destroy())
      socket.on('error', () => {})
      socket.on('close', () => {
        if (began > 0) failed += 1
        resolve()
      })
    })

  async function one(): Promise<void> {
    while (mayGoOn()) await onOneConnection()
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { answered: times.length, failed, times, tookMs: performance.now() - started }
}

const endOfChunks = '0\r\n\r\n'

/** Reads what a connection brings; answers the status once an answer is whole, null before. */
function readAnswers(): (bytes: Buffer) => number | null {
  let head = ''
  let got = 0
  // null while the head is not whole, undefined when its end is told by chunks
  let length: number | null | undefined = null
  let tail = ''
  return (bytes) => {
    got += bytes.length
    if (length === null) {
      head += bytes.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return null
      const [, said] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
      length = said === undefined ? undefined : end + 4 + Number(said)
    }
    if (length === undefined) {
      tail = (tail + bytes.toString('latin1', Math.max(0, bytes.length - endOfChunks.length))).slice(
        -endOfChunks.length,
      )
      if (tail !== endOfChunks) return null
    } else if (got < length) return null
    const status = Number(head.slice(9, 12))
    head = ''
    got = 0
    length = null
    tail = ''
    return status
  }
}
