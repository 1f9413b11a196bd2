import { Fragment } from 'react'
import type { UiLocale } from './ui-types'

const written = /(\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef·]*)/u

/** A finished sentence in which what stands in Han characters (a name, a shop) is marked as Chinese on a page that is not, so that it is read and set as such. */
export function HanMarked({ text, locale }: { text: string; locale: UiLocale }) {
  if (locale === 'zh-CN') return <>{text}</>
  const parts = text.split(written)
  return (
    <>
      {parts.map((part, at) => {
        const place = parts.slice(0, at).join('').length
        return written.test(part) ? (
          <span key={place} lang="zh-CN">
            {part}
          </span>
        ) : (
          <Fragment key={place}>{part}</Fragment>
        )
      })}
    </>
  )
}
