import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { paths } from '~/paths'
import { ask } from '~/platform/http/ask'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { ArchiveProgress } from '../find-archive.server'
import type { ArchiveView } from '../get-list.server'

type ArchiveStateProps = { listId: string; archive: ArchiveView; taken: number; usable: number }

const lookAgainMs = 2_500

/** How far the photographs are; while they are taken in, the page looks again by itself. */
export function ArchiveState({ listId, archive, taken, usable }: ArchiveStateProps) {
  const { t } = useTranslator()
  const { state, fileName: name } = archive
  const progress = useProgress(listId, state === 'unpacking') ?? { taken, entries: archive.entries }
  if (state === 'refused') return <Banner tone="wrong">{archive.fault}</Banner>
  if (state === 'arriving') {
    const percent = Math.floor((100 * archive.received) / archive.bytes)
    return <Banner tone="wait">{t('pieces.archivePaused', { percent })}</Banner>
  }
  if (state === 'unpacking') {
    const all = progress.entries
    return (
      <Banner tone="info" role="status">
        {t('pieces.archiveUnpacking', { name, done: Math.min(progress.taken, all), all })}{' '}
        <a className="link" href="?#photos">
          {t('pieces.archiveLook')}
        </a>
      </Banner>
    )
  }
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

/**
 * Asks how far the taking in is, the next time only when the last answer is here: on a slow line, or while the shop is busy with the pictures, an answer may take longer than the pause, and one that is lost is
 * asked for again. The page itself is loaded anew once, when there is something else to show.
 */
function useProgress(listId: string, isMoving: boolean): Exclude<ArchiveProgress, null> | null {
  const { href } = useTranslator()
  const { revalidate } = useRevalidator()
  const [progress, setProgress] = useState<Exclude<ArchiveProgress, null> | null>(null)
  const address = href(paths.studioTableArchive({ listId }))
  useEffect(() => {
    if (!isMoving) return
    let timer = 0
    let isOver = false
    const look = async () => {
      const answer = await ask<{ archive: ArchiveProgress }>(address)
      if (isOver) return
      const archive = answer.is === 'answered' ? answer.what.archive : null
      if (answer.is !== 'away' && archive?.state !== 'unpacking') return revalidate()
      if (archive) setProgress(archive)
      timer = window.setTimeout(() => void look(), lookAgainMs)
    }
    timer = window.setTimeout(() => void look(), lookAgainMs)
    return () => {
      isOver = true
      window.clearTimeout(timer)
    }
  }, [isMoving, address, revalidate])
  return progress
}
