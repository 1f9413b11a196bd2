import pg from 'pg'
import { Prisma } from '~/generated/prisma/client'

/** What a statement asks for and what it answers, as values of the language and of the driver: the same ones that Prisma's own raw statements take and give. */

type Read = (text: string) => unknown

const { builtins } = pg.types

const readText: Read = (text) => text
const readBytes: Read = (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
const readJson: Read = (text) => JSON.parse(text)
const readDecimal: Read = (text) => new Prisma.Decimal(text)
/** The database speaks UTC to us. */
const readInstant: Read = (text) =>
  new Date(text.replace(' ', 'T').replace(/([+-]\d{2}(:\d{2})?)?$/, '+00:00'))
const readDay: Read = (text) => new Date(text)
const readTime: Read = (text) => new Date(`1970-01-01T${text.replace(/[+-]\d{2}(:\d{2})?$/, '')}Z`)

/** The type of an array of texts. */
const texts: number = 1009

function arrayOf(read: Read): Read {
  const split: unknown = pg.types.getTypeParser(texts)
  if (typeof split !== 'function') throw new Error('the driver reads no arrays')
  return (text) => {
    const values: unknown = Reflect.apply(split, null, [text])
    return Array.isArray(values)
      ? values.map((value) => (typeof value === 'string' ? read(value) : null))
      : []
  }
}

/** How a value of a type is read where the driver reads it otherwise, by the type's number; arrays of a type with the number beside it. */
const readings: readonly [type: number, array: number, read: Read][] = [
  [builtins.INT8, 1016, BigInt],
  [builtins.OID, 1028, BigInt],
  [builtins.NUMERIC, 1231, readDecimal],
  [builtins.DATE, 1182, readDay],
  [builtins.TIME, 1183, readTime],
  [builtins.TIMETZ, 1270, readTime],
  [builtins.TIMESTAMP, 1115, readInstant],
  [builtins.TIMESTAMPTZ, 1185, readInstant],
  [builtins.JSON, 199, readJson],
  [builtins.JSONB, 3807, readJson],
  [builtins.BYTEA, 1001, readBytes],
  [builtins.UUID, 2951, readText],
  [builtins.VARCHAR, 1015, readText],
]

const reads = new Map<number, Read>(
  readings.flatMap(([type, array, read]) => [
    [type, read],
    [array, arrayOf(read)],
  ]),
)

/** For the driver: who reads the values of a column. */
export const answerTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number): unknown => reads.get(type) ?? pg.types.getTypeParser(type),
}

/** A value as the driver takes it. */
export function asked(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T', ' ')
      .replace(/(\.000)?Z$/, '')
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return value.map(asked)
  if (Prisma.Decimal.isDecimal(value)) return String(value)
  return JSON.stringify(value)
}
