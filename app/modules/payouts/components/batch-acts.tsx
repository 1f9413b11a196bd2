import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field } from '~/ui/field'
import type { BatchPage } from '../get-batch.server'

/** What may be done with a batch in its state: approve or cancel, fetch the bank file, take the bank's answer. */
export function BatchActs({ batch, failure }: { batch: BatchPage; failure: FormFailure | null }) {
  if (batch.state === 'prepared') {
    return (
      <>
        <ApproveForm batch={batch} refusal={failure?.intent === 'approve' ? failure.formError : null} />
        <CancelForm failure={failure?.intent === 'cancel' ? failure : null} />
      </>
    )
  }
  return batch.state === 'cancelled' ? null : <BankFile batch={batch} />
}

function ApproveForm({ batch, refusal }: { batch: BatchPage; refusal: string | null }) {
  const { t, locale } = useTranslator()
  const count = batch.lines.length
  return (
    <form method="post" className="decide">
      <h2>{t('payout.approveTitle')}</h2>
      {refusal ? (
        <Banner tone="wrong" role="alert">
          {refusal}
        </Banner>
      ) : null}
      {batch.isOwn ? (
        <Banner tone="info">{t('payout.ownNotice')}</Banner>
      ) : (
        <>
          <p className="quiet pb-4">
            {t('payout.approveText', { count, sum: formatMoney(locale, batch.totalFen) })}
          </p>
          <div className="decide-acts">
            <Button kind="seal" name="intent" value="approve">
              {t('payout.approve')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

function CancelForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide">
      <h2>{t('payout.cancelTitle')}</h2>
      {failure?.formError ? (
        <Banner tone="wrong" role="alert">
          {failure.formError}
        </Banner>
      ) : null}
      <p className="quiet pb-3">{t('payout.cancelText')}</p>
      <Field
        id="reason"
        name="reason"
        label={t('payout.cancelReason')}
        hint={t('payout.cancelReasonHint')}
        defaultValue={failure?.values.reason}
        error={failure?.errors.reason}
        maxLength={400}
        required
      />
      <div className="decide-acts">
        <Button name="intent" value="cancel">
          {t('payout.cancel')}
        </Button>
      </div>
    </form>
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
