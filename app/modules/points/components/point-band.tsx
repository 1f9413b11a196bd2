import { useEffect, useRef, useState } from 'react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { isWordDue, secondsLeft, warnSeconds } from '../idle'
import { hearLeaving, leaveDevice, meetPerson, showTiles } from './leave-device'

const touches = ['pointerdown', 'keydown', 'input', 'scroll'] as const

/** Above every page on a shared device while somebody is at it: whose studio it is, and the way to the next person. After two minutes without a touch it goes there by itself. */
export function PointBand({ shop }: { shop: string | null }) {
  const { t, href } = useTranslator()
  const [left, setLeft] = useState<number | null>(null)
  const [isLeaving, setIsLeaving] = useState(false)
  const link = useRef(href)
  link.current = href
  const leave = useRef(() => {})
  leave.current = () => {
    if (isLeaving) return
    setIsLeaving(true)
    void leaveDevice(link.current)
  }

  useEffect(() => {
    const times = { touchedAt: Date.now(), heardAt: Date.now() }
    const touch = () => {
      times.touchedAt = Date.now()
    }
    const look = () => {
      const now = Date.now()
      const seconds = secondsLeft({ now, touchedAt: times.touchedAt })
      setLeft(seconds <= warnSeconds ? seconds : null)
      if (seconds === 0) return leave.current()
      if (!isWordDue({ now, ...times })) return
      times.heardAt = now
      void fetch(link.current(paths.pointHere()), { method: 'POST', redirect: 'manual' }).catch(() => {})
    }
    // a page that the browser kept whole is shown to nobody else
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) showTiles(link.current)
    }
    void meetPerson(link.current)
    const timer = window.setInterval(look, 1_000)
    const deaf = hearLeaving(() => showTiles(link.current))
    for (const name of touches) window.addEventListener(name, touch, { passive: true, capture: true })
    window.addEventListener('pageshow', back)
    return () => {
      window.clearInterval(timer)
      deaf()
      for (const name of touches) window.removeEventListener(name, touch, { capture: true })
      window.removeEventListener('pageshow', back)
    }
  }, [])

  return (
    <section
      className="point-band"
      aria-label={shop === null ? t('point.bandPocket') : t('point.band', { shop })}
    >
      <b>{shop === null ? t('point.bandPocket') : t('point.band', { shop })}</b>
      <form
        method="post"
        action={href(paths.pointLeave())}
        onSubmit={(event) => {
          event.preventDefault()
          leave.current()
        }}
      >
        <Button disabled={isLeaving}>{t('point.change')}</Button>
      </form>
      <p className="point-soon" role="status">
        {left === null ? '' : t('point.soon', { seconds: left })}
      </p>
    </section>
  )
}
