import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CarrierReader, CarrierReading, CarrierWord, ParcelQuestion } from './carrier-reader'

type Account = { customer: string; key: string; address: string }

const timeoutMs = 8_000
/** Their answers for a number that no carrier has scanned yet, or that they do not know; the four digits are wrong. */
const nothingYet = new Set(['500', '408'])

/** The states of their documents: 0 在途, 1 揽收, 2 疑难, 3 签收, 4 退签, 5 派件, 6 退回, 7 转投, 8 清关, 14 拒签; longer codes (301, 304 …) begin with these. */
const words: Readonly<Record<string, CarrierWord>> = {
  '0': 'moving',
  '1': 'moving',
  '2': 'problem',
  '3': 'delivered',
  '4': 'returned',
  '5': 'delivering',
  '6': 'returned',
  '7': 'moving',
  '8': 'moving',
  '14': 'problem',
}

const Answer = z.union([
  z.object({
    status: z.literal('200'),
    state: z.coerce.string(),
    data: z.array(z.object({ context: z.string(), time: z.string().default('') })),
  }),
  z.object({ result: z.literal(false), returnCode: z.coerce.string(), message: z.string() }),
])

/**
 * 快递100, its query of one parcel (poll/query.do): the question is JSON, signed by the MD5 of question, key and customer. It knows the carriers by the names that orders/schema has. Sent are the number
 * and, where the carrier asks for it, four digits; never a name or an address.
 */
export function kuaidi100({ customer, key, address }: Account): CarrierReader {
  return {
    async read(question) {
      const param = JSON.stringify(paramOf(question))
      const sign = createHash('md5').update(`${param}${key}${customer}`).digest('hex').toUpperCase()
      const response = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams({ customer, sign, param }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!response.ok) throw new Error(`kuaidi100 answered ${response.status}`)
      return readingOf(Answer.parse(await response.json()))
    },
  }
}

function paramOf({ carrier, trackingNumber, phoneTail }: ParcelQuestion) {
  return {
    com: carrier,
    num: trackingNumber,
    ...(phoneTail === null ? {} : { phone: phoneTail }),
    resultv2: '4',
    show: '0',
    order: 'desc',
  }
}

function readingOf(answer: z.output<typeof Answer>): CarrierReading | null {
  if ('result' in answer) {
    if (nothingYet.has(answer.returnCode)) return null
    throw new Error(`kuaidi100 refused: ${answer.returnCode}`)
  }
  const { state, data } = answer
  const word = words[state] ?? words[state.slice(0, 1)] ?? 'problem'
  return { state: word, words: (data[0]?.context ?? '').slice(0, 200), at: instantOf(data[0]?.time ?? '') }
}

/** Their times are of Beijing: 2026-11-28 16:33:19. */
function instantOf(time: string): Date | null {
  const at = new Date(`${time.trim().replace(' ', 'T')}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}
