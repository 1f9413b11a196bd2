import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { ArchiveView } from '../get-list.server'

type ArchiveStateProps = { archive: ArchiveView; taken: number; usable: number }

const lookAgainMs = 2_500

/** How far the photographs are; while they are taken in, the page looks again by itself. */
export function ArchiveState({ archive, taken, usable }: ArchiveStateProps) {
  const { t } = useTranslator()
  const { revalidate } = useRevalidator()
  const { state, fileName: name, entries } = archive
  const isMoving = state === 'unpacking'
  useEffect(() => {
    if (!isMoving) return
    const timer = window.setInterval(revalidate, lookAgainMs)
    return () => window.clearInterval(timer)
  }, [isMoving, revalidate])
  if (state === 'refused') return <Banner tone="wrong">{archive.fault}</Banner>
  if (state === 'arriving') {
    const percent = Math.floor((100 * archive.received) / archive.bytes)
    return <Banner tone="wait">{t('pieces.archivePaused', { percent })}</Banner>
  }
  if (state === 'unpacking')
    return (
      <Banner tone="info" role="status">
        {t('pieces.archiveUnpacking', { name, done: Math.min(taken, entries), all: entries })}{' '}
        <a className="link" href="?#photos">
          {t('pieces.archiveLook')}
        </a>
      </Banner>
    )
  return (
    <Banner tone="done" role="status">
      {t('pieces.archiveDone', { name, count: usable })}
      <form method="post">
        <Button kind="text" name="intent" value="drop">
          {t('pieces.archiveDrop')}
        </Button>
      </form>
    </Banner>
  )
}
