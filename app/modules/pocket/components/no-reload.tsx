import { useEffect, useState } from 'react'
import { isInWeChat } from '~/platform/http/is-in-wechat'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { canKeep } from '../store'

/**
 * As soon as the network is gone, where no worker answers for a page that is loaded anew (inside WeChat none is relied on): what she began is safe, and this page must stay open. Once it is loaded anew it
 * could say nothing.
 */
export function NoReload() {
  const { t } = useTranslator()
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    const look = () => setTold(!navigator.onLine && canKeep() && !isAnsweredFor())
    look()
    window.addEventListener('offline', look)
    window.addEventListener('online', look)
    return () => {
      window.removeEventListener('offline', look)
      window.removeEventListener('online', look)
    }
  }, [])
  if (!isTold) return null
  return (
    <Banner tone="wait" role="status" className="mb-5">
      {t('pocket.noReload')}
    </Banner>
  )
}

function isAnsweredFor(): boolean {
  return !isInWeChat(navigator.userAgent) && Boolean(navigator.serviceWorker?.controller)
}
