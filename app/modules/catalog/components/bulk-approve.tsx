import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import type { BulkResult } from '../approve-many.server'
import { queueForm } from './review-queue'

/** The button for what is ticked, and what it does. */
export function BulkApprove() {
  const { t } = useTranslator()
  return (
    <div className="queue-bulk">
      <Button form={queueForm} name="intent" value="approve">
        {t('bulk.approve')}
      </Button>
      <p className="quiet">{t('bulk.hint')}</p>
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

/** The keys of the queue, folded away; public/desk-queue.js listens to them. */
export function QueueKeys({ canPick }: { canPick: boolean }) {
  const { t } = useTranslator()
  const keys = [
    { key: 'j', text: t('bulk.keyNext') },
    { key: 'k', text: t('bulk.keyBack') },
    { key: 'Enter', text: t('bulk.keyOpen') },
    ...(canPick ? [{ key: 'x', text: t('bulk.keyPick') }] : []),
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
