import { useRevalidator } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { archiveLimits } from '../archive-limits'
import type { ArchiveView } from '../get-list.server'
import { type Outcome, sendArchive } from '../send-archive'

type SendArchiveProps = { listId: string; archive: ArchiveView | null; error?: string }

const megabyte = 1024 * 1024

/** Chooses the ZIP and sends it piece by piece; without scripts the form brings it as a whole. */
export function SendArchive({ listId, archive, error }: SendArchiveProps) {
  const { t, href } = useTranslator()
  const { revalidate } = useRevalidator()
  const [percent, setPercent] = useState<number | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const isSending = percent !== null
  const send = async (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get('archive')
    if (!(file instanceof File) || file.size === 0 || !window.crypto.subtle) return
    event.preventDefault()
    if (file.size > archiveLimits.bytes) {
      const max = archiveLimits.bytes / megabyte
      return setOutcome({ is: 'refused', said: t('pieces.archiveTooLarge', { max }) })
    }
    setOutcome(null)
    setPercent(0)
    const address = href(paths.studioTableArchive({ listId }))
    const ended = await sendArchive(address, file, (bytes) =>
      setPercent(Math.floor((100 * bytes) / file.size)),
    )
    setPercent(null)
    if (ended.is === 'signed-out') return window.location.reload()
    setOutcome(ended)
    revalidate()
  }
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="studio-form"
      onSubmit={(event) => {
        if (isSending) event.preventDefault()
        else void send(event)
      }}
      noValidate
    >
      <input type="hidden" name="intent" value="archive" />
      <Field
        id="archive"
        name="archive"
        type="file"
        accept=".zip,application/zip"
        label={t(archive?.state === 'done' ? 'pieces.archiveAgain' : 'pieces.archive')}
        hint={t('pieces.archiveHint', { max: archiveLimits.bytes / megabyte, files: archiveLimits.files })}
        error={outcome?.is === 'refused' ? outcome.said : error}
        required
      />
      <div role="status">
        {isSending ? <p className="py-2">{t('pieces.archiveArriving', { name: 'ZIP', percent })}</p> : null}
      </div>
      {outcome?.is === 'broken' && !archive ? (
        <Banner tone="wrong" role="alert">
          {t('pieces.archivePaused', { percent: 0 })}
        </Banner>
      ) : null}
      <Button kind="line" disabled={isSending}>
        {t(archive?.state === 'arriving' ? 'pieces.archiveGoesOn' : 'pieces.archiveSend')}
      </Button>
    </form>
  )
}
