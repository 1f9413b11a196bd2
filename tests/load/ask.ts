import { connect } from 'node:net'
import { readAnswers } from '../fixtures/read-answers'

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
 * Asks for addresses over so many connections, one request at a time on each, for as long as it is told.
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
      const answer = readAnswers({ keepsBody: false })
      let began = performance.now()
      const send = () => {
        began = performance.now()
        socket.write(requests[asked++ % requests.length] ?? '')
      }
      socket.on('connect', send)
      socket.on('data', (bytes) => {
        const heard = answer(bytes)
        if (heard === null) return
        const { status } = heard
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
