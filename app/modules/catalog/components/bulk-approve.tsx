import { GiveManyFields } from '~/modules/claims/components/give-many'
import type { Colleague } from '~/modules/claims/find-colleagues.server'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { BulkResult } from '../approve-many.server'
import { queueForm } from './review-queue'

/** The buttons for what is ticked, and what they do. */
export function BulkApprove({
  canApprove,
  colleagues,
  failure,
}: {
  /** one at least is clean */
  canApprove: boolean
  colleagues: readonly Colleague[]
  failure: FormFailure | null
}) {
  const { t } = useTranslator()
  return (
    <div className="queue-bulk">
      {canApprove ? (
        <>
          <Button form={queueForm} name="intent" value="approve">
            {t('bulk.approve')}
          </Button>
          <p className="quiet">{t('bulk.hint')}</p>
        </>
      ) : null}
      <GiveManyFields colleagues={colleagues} failure={failure} form={queueForm} />
    </div>
  )
}

/** What became of each. */
export function BulkResults({ results }: { results: readonly BulkResult[] }) {
  const { t } = useTranslator()
  const isWhole = results.every(({ isApproved }) => isApproved)
  return (
    <Banner tone={isWhole ? 'done' : 'wait'} role="status" className="mb-4">
      <p>
        <b>{t('bulk.resultTitle', { count: results.length })}</b>
      </p>
      <ul>
        {results.map(({ revisionId, title, text }) => (
          <li key={revisionId}>
            <b lang="zh-CN">{title}</b> {text}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** The keys of the queue, folded away; public/desk-queue.js listens to them. `canGive`: what is ticked may go to a colleague. */
export function QueueKeys({ canPick, canGive = false }: { canPick: boolean; canGive?: boolean }) {
  const { t } = useTranslator()
  const keys = [
    { key: 'j', text: t('bulk.keyNext') },
    { key: 'k', text: t('bulk.keyBack') },
    { key: 'Enter', text: t('bulk.keyOpen') },
    ...(canPick
      ? [
          { key: 'x', text: t('bulk.keyPick') },
          { key: 'a', text: t('bulk.keyAll') },
        ]
      : []),
    ...(canGive ? [{ key: 'g', text: t('bulk.keyGive') }] : []),
    { key: '?', text: t('bulk.keyHelp') },
  ]
  return (
    <details id="queue-keys" className="queue-keys">
      <summary className="link link-line">{t('bulk.keysTitle')}</summary>
      <dl>
        {keys.map(({ key, text }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <script type="module" src="/desk-queue.js" />
    </details>
  )
}
