import { useEffect, useRef } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { clearBrowser, endVisit, showTiles } from './leave-device'

/** Before the tiles: whatever the one before left in this browser is sealed or taken away, and a session that is still open ends. */
export function ClearDoor({ isOpen }: { isOpen: boolean }) {
  const { t, href } = useTranslator()
  const link = useRef(href)
  link.current = href
  useEffect(() => {
    void clearBrowser().then(async () => {
      if (!isOpen) return
      await endVisit(link.current)
      showTiles(link.current)
    })
  }, [isOpen])
  return isOpen ? (
    <Banner tone="wait" role="status" className="mb-5">
      {t('point.stillOpen')}
    </Banner>
  ) : null
}
