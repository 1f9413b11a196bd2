import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cookieNotes } from './cookies'
import { privacy } from './privacy'

const app = join(import.meta.dirname, '../../../../app')
const minute = 60
const day = 24 * 60 * minute

type Found = { name: string; seconds: number | null }

/** Where cookies of any name are made or taken away: they have none of their own. */
const makers = [
  'platform/http/secret-cookies.server.ts',
  'platform/http/choice-cookie.server.ts',
  'modules/pocket/who-left.ts',
  'ui/put-back-typed.js',
]

/** Files of the application in which a cookie is named or written. */
const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|tsx|js)$/.test(file) && !/\.test\.ts$|^generated\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }))
  .filter(
    ({ file, text }) =>
      !makers.includes(file) &&
      /createCookie\(|secretCookies\(|: ChoiceCookie = |document\.cookie = |; Path=\//.test(text),
  )

/** 60 * 60 * 24 * 400, or minutes * 60 with the minutes of the file. */
function secondsIn(text: string): number {
  const product = /maxAge: ([\w* ]+),\n/.exec(text)?.[1] ?? ''
  return product.split('*').reduce((seconds, factor) => {
    const word = factor.trim()
    const own = new RegExp(`const ${word} = (\\d+)`).exec(text)?.[1]
    return seconds * Number(own ?? word)
  }, 1)
}

function cookiesIn(text: string): Found[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)]
  return [
    ...all(
      /'__Host-([a-z-]+)'|shortCookie\('([a-z-]+)'\)|name: '(checkout[a-z-]*)'|\}(order)-\$\{number\}/g,
    ).map(([, ...names]) => ({ name: names.find(Boolean) ?? '', seconds: secondsIn(text) })),
    ...all(/(?:secretCookies\('([a-z-]+)'|: ChoiceCookie = \{\s*name: '(\w+)')[\s\S]*?days: (\d+)/g).map(
      ([, one, other, days]) => ({ name: one ?? other ?? '', seconds: Number(days) * day }),
    ),
    ...all(/['`](\w+)=(?:1|\$\{[^}]+\}); Path=\/; Max-Age=(\d+)/g).map(([, name = '', age]) => ({
      name,
      seconds: Number(age),
    })),
    ...all(/const sharedName = '(\w+)'[\s\S]*=1`, 60 \* 60 \* 24 \* (\d+)\)/g).map(([, name = '', days]) => ({
      name,
      seconds: Number(days) * day,
    })),
    ...all(/const sign = '(\w+)=1'/g).map(([, name = '']) => ({ name, seconds: null })),
  ]
}

const byName = (a: Found, b: Found) => (a.name < b.name ? -1 : 1)

describe('the cookies of the privacy text', () => {
  test.each(files)('all that $file sets are found', ({ text }) => {
    expect(cookiesIn(text)).not.toEqual([])
  })

  test('are those that the application sets, for as long', () => {
    const set = files.flatMap(({ text }) => cookiesIn(text))
    expect(set.toSorted(byName)).toEqual(
      cookieNotes.map(({ name, seconds }) => ({ name, seconds })).toSorted(byName),
    )
  })

  test('stand in the version in force, in both languages', () => {
    const version = privacy.versions.at(-1)
    expect(version?.zh.body).toContain('- device：')
    expect(version?.zh.body).toContain('400 天。')
    expect(version?.en.body).toMatch(/- device: .*, 400 days\./)
    for (const { name } of cookieNotes)
      for (const body of [version?.zh.body, version?.en.body])
        expect(body).toMatch(new RegExp(`^- ${name}(-…)?[:：]`, 'm'))
  })
})
