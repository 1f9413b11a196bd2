import walls from '../walls.json'
import { columnsOf, inventory, isAboutSomebody } from './inventory'
import { bases, classes, type DataClass, keeping, type Table } from './table'

/** docs/personal-data.md: which column holds what about whom, why, for whose eyes and how long. */
export function describeInventory(): string {
  const parts = Object.entries(inventory).map(([part, tables]) => describePart(part, tables))
  return `# Personal data

Written by \`npm run data:inventory\` from \`prisma/personal-data\`, where every column of the database has its class; a test fails on one that has none, and when this page is out of date.

${list(classes)}

Her right to it: everybody takes away what is kept about herself from her account, as a file. “In her file” says where a column stands there; of the others it says why not.

${parts.join('\n\n')}
`
}

function list(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, meaning]) => `- **${name}**: ${meaning}`)
    .join('\n')
}

function describePart(part: string, tables: Record<string, Table>): string {
  return [`## ${part}`, ...Object.entries(tables).map(([name, table]) => describeTable(name, table))].join(
    '\n\n',
  )
}

function describeTable(name: string, table: Table): string {
  const columns = columnsOf(table)
  const isPersonal = columns.some(({ dataClass }) => isAboutSomebody(dataClass))
  const lines = [`### ${name}`, '', `${capital(table.purpose)}. ${wall(name)}`, '']
  if (isPersonal && table.basis && table.kept)
    lines.push(
      `- by right of: ${bases[table.basis]}`,
      `- seen by: ${table.seenBy}`,
      `- kept: ${keeping[table.kept]}`,
      `- in her file: ${inFile(table)}`,
    )
  for (const dataClass of classNames) {
    const names = columns.filter((column) => column.dataClass === dataClass).map((column) => column.name)
    if (names.length > 0) lines.push(`- ${dataClass}: ${names.map((one) => `\`${one}\``).join(', ')}`)
  }
  return lines.join('\n')
}

const classNames: readonly DataClass[] = ['sensitive', 'personal', 'secret', 'public', 'none']

function inFile({ own, withheld }: Table): string {
  const named = Object.entries(own ?? {}).map(([column, place]) => `\`${column}\` (${place})`)
  const rest = withheld ? `the rest not: ${withheld}` : ''
  return named.length > 0 ? [named.join(', '), rest].filter(Boolean).join('; ') : `no: ${withheld}`
}

function wall(name: string): string {
  return walls.walled.includes(name) ? 'Behind a wall.' : 'Not walled.'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
