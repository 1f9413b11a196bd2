import { expect, it } from 'vitest'
import { deviceOf } from './device'

const phone = 'Mozilla/5.0 (Linux; Android 12; V2054A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'

it.each([
  [
    `${phone} Chrome/88.0.4324.181 Mobile Safari/537.36 MicroMessenger/8.0.16 Language/zh_CN`,
    'WeChat · Android',
  ],
  [`${phone} Chrome/120.0.0.0 Mobile Safari/537.36`, 'Chrome · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'Edge · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox · Linux'],
  ['curl/8.5.0', null],
  ['', null],
  [null, null],
])('%s is %s', (userAgent, words) => {
  expect(deviceOf(userAgent)).toBe(words)
})
