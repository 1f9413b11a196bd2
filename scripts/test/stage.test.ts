import { availableParallelism } from 'node:os'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { type Run, runTogether } from './stage'

afterEach(() => {
  vi.restoreAllMocks()
})

const processors = availableParallelism()
const titles = Array.from({ length: processors + 3 }, (_, at) => `stage ${at}`)

it('runs as many stages at once as there are processors, in their order, and loses none that breaks', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const begun: string[] = []
  let now = 0
  let most = 0
  const stageOf =
    (title: string): Run =>
    async () => {
      begun.push(title)
      now += 1
      most = Math.max(most, now)
      await pause(20)
      now -= 1
      if (title === titles.at(-1)) throw new Error('it broke')
      return { passed: 1, failed: 0, skipped: 0 }
    }
  const tallies = await runTogether(Object.fromEntries(titles.map((title) => [title, stageOf(title)])))
  expect(most).toBe(processors)
  expect(begun).toEqual(titles)
  expect(tallies.filter(({ passed }) => passed === 1)).toHaveLength(titles.length - 1)
  expect(tallies.flatMap(({ failures }) => failures ?? [])).toEqual([
    `${titles.at(-1)} · see its output above`,
  ])
})

it('tells what each says in one piece', async () => {
  const told: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    told.push(String(words))
    return true
  })
  const speaking =
    (title: string): Run =>
    async (output) => {
      output.write(`${title} begins `)
      await pause(20)
      output.write(`and ends`)
      return { passed: 1, failed: 0, skipped: 0 }
    }
  await runTogether(Object.fromEntries(titles.map((title) => [title, speaking(title)])))
  for (const title of titles) expect(told.join('')).toContain(`${title} begins and ends`)
})
