import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Figures } from '~/ui/figures'
import { readResultNote } from '../batch-notes'
import type { BatchPage } from '../get-batch.server'
import { BatchBadge } from './batch-badge'

/** The batch's number, state and sums; and, right after an import, what it brought. */
export function BatchHead({ batch, imported }: { batch: BatchPage; imported: 'new' | 'same' | null }) {
  const { t, locale, href } = useTranslator()
  const money = (fen: number) => formatMoney(locale, fen)
  return (
    <>
      <header className="desk-head">
        <h1>{t('payout.batch', { number: batch.number })}</h1>
        <BatchBadge state={batch.state} />
        <p>{t(`payout.way_${batch.rail === 'stripe_transfer' ? 'stripe' : batch.template}`)}</p>
        <p>
          <a className="link" href={href(paths.deskPayouts())}>
            {t('payout.title')}
          </a>
        </p>
      </header>
      <ImportBanner batch={batch} imported={imported} />
      <Figures
        figures={[
          {
            label: t('payout.batchTotal'),
            value: money(batch.totalFen),
            ...(batch.nettedFen > 0
              ? { note: t('payout.batchNetted', { amount: money(batch.nettedFen) }) }
              : {}),
          },
          { label: t('payout.batchPaid'), value: money(batch.paidFen) },
          { label: t('payout.batchFailed'), value: money(batch.failedFen) },
          { label: t('payout.batchOpen'), value: money(batch.openFen) },
        ]}
      />
    </>
  )
}

function ImportBanner({ batch, imported }: { batch: BatchPage; imported: 'new' | 'same' | null }) {
  const { t } = useTranslator()
  if (imported === 'same') return <Banner tone="info">{t('payout.importNothingNew')}</Banner>
  const result = batch.events
    .map(({ note }) => readResultNote(note))
    .filter((count) => count !== null)
    .at(-1)
  if (imported === null || !result) return null
  return (
    <Banner tone="done" role="status">
      {t('payout.importDone', result)}
    </Banner>
  )
}
