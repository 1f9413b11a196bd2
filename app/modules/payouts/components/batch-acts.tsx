import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { BatchPage } from '../get-batch.server'

/** What may be done with a batch in its state: approve or cancel, fetch the bank file, take the bank's answer. */
export function BatchActs({ batch, failure }: { batch: BatchPage; failure: FormFailure | null }) {
  if (batch.state === 'prepared') {
    return (
      <>
        <ApproveForm batch={batch} />
        <CancelForm failure={failure?.intent === 'cancel' ? failure : null} />
      </>
    )
  }
  return batch.state === 'cancelled' || batch.rail !== 'bank_file' ? null : <BankFile batch={batch} />
}

function ApproveForm({ batch }: { batch: BatchPage }) {
  const { t, locale } = useTranslator()
  const title = t('payout.approveTitle')
  if (batch.isOwn) {
    return (
      <DecideForm title={title}>
        <Banner tone="info">{t('payout.ownNotice')}</Banner>
      </DecideForm>
    )
  }
  return (
    <DecideForm title={title} act={t('payout.approve')} intent="approve" kind="seal">
      <p className="quiet pb-4">
        {t('payout.approveText', { count: batch.lines.length, sum: formatMoney(locale, batch.totalFen) })}
      </p>
    </DecideForm>
  )
}

function CancelForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('payout.cancelTitle')} act={t('payout.cancel')} intent="cancel">
      <p className="quiet pb-3">{t('payout.cancelText')}</p>
      <Field
        id="reason"
        label={t('payout.cancelReason')}
        hint={t('payout.cancelReasonHint')}
        {...fieldOf(failure, 'reason')}
        maxLength={400}
        required
      />
    </DecideForm>
  )
}

function BankFile({ batch }: { batch: BatchPage }) {
  const { t } = useTranslator()
  return (
    <section className="decide">
      <h2>{t('payout.fileTitle')}</h2>
      <p className="quiet pb-4">{t('payout.fileText')}</p>
      <div className="decide-acts">
        <ButtonLink
          kind={batch.state === 'approved' && batch.fileChecksum === null ? 'seal' : 'line'}
          icon="download"
          href={paths.deskPayoutFile({ batchId: batch.id })}
        >
          {t('payout.download')}
        </ButtonLink>
      </div>
      {batch.fileChecksum ? (
        <p className="quiet small mt-4">
          {t('payout.checksum')} <code className="break-all">{batch.fileChecksum}</code>
          <br />
          {t('payout.fileNotice')}
        </p>
      ) : null}
    </section>
  )
}
