import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** Says that she has it open: by itself where scripts run, by a press where they do not. */
export function MarkRead() {
  const { t } = useTranslator()
  const fetcher = useFetcher()
  const isSaid = useRef(false)
  useEffect(() => {
    if (isSaid.current) return
    isSaid.current = true
    fetcher.submit({ intent: 'read' }, { method: 'post' })
  }, [fetcher])
  return (
    <noscript>
      <form method="post">
        <input type="hidden" name="intent" value="read" />
        <Button kind="text">{t('messages.haveRead')}</Button>
      </form>
    </noscript>
  )
}
