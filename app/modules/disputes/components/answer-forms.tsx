import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatCount } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { fileKinds, kindWords, type TextKind } from '../evidence'
import type { DisputePage } from '../get-dispute.server'

type AnswerProps = { dispute: DisputePage; failure: FormFailure | null }

/** The words of the answer: kept as a draft, or handed in with everything that is kept. */
export function TextsForm({ dispute, failure }: AnswerProps) {
  const { t } = useTranslator()
  const field = (kind: TextKind) => {
    const { title, hint } = kindWords[kind]
    return {
      id: kind,
      name: kind,
      label: t(title),
      hint: hint ? t(hint) : undefined,
      defaultValue: failure ? failure.values[kind] : dispute.texts[kind],
      error: failure?.errors[kind],
    }
  }
  return (
    <form method="post" encType="multipart/form-data" className="decide" noValidate>
      <h2>{t('dispute.evidenceTitle')}</h2>
      <p className="quiet pb-3">{t('dispute.evidenceText')}</p>
      <input type="hidden" name="seen" value={dispute.seen} />
      <TextareaField {...field('product_description')} maxLength={5000} />
      <Field {...field('shipping_carrier')} maxLength={200} />
      <Field {...field('shipping_tracking_number')} maxLength={200} figures />
      <Field {...field('shipping_date')} maxLength={200} figures />
      <TextareaField {...field('uncategorized_text')} maxLength={15_000} rows={8} />
      <p className="quiet">{t('dispute.submitText')}</p>
      <div className="decide-acts">
        <Button kind="line" name="intent" value="texts">
          {t('dispute.saveDraft')}
        </Button>
        <Button kind="seal" name="intent" value="submit">
          {t('dispute.submit')}
        </Button>
      </div>
    </form>
  )
}

/** The papers that go along, each with what it is, and a place for one more. */
export function FilesForm({ dispute, failure }: AnswerProps) {
  const { t } = useTranslator()
  return (
    <section>
      <FileList dispute={dispute} isOpen />
      <DecideForm act={t('dispute.fileAdd')} intent="file" isUpload>
        <SelectField
          id="kind"
          name="kind"
          label={t('dispute.fileKind')}
          defaultValue={failure?.values.kind}
          error={failure?.errors.kind}
          choices={fileKinds.map((kind) => ({ value: kind, text: t(kindWords[kind].title) }))}
        />
        <Field
          id="file"
          name="file"
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          label={t('dispute.file')}
          hint={t('dispute.fileHint')}
          error={failure?.errors.file}
          required
        />
      </DecideForm>
    </section>
  )
}

/** What is kept: each opens for reading, which the audit notes. */
export function FileList({ dispute: { files }, isOpen = false }: { dispute: DisputePage; isOpen?: boolean }) {
  const { t, href } = useTranslator()
  return (
    <>
      <h2>{t('dispute.filesTitle')}</h2>
      {files.length === 0 ? <p className="quiet">{t('dispute.filesNone')}</p> : null}
      <ul className="grid gap-2 pb-4">
        {files.map(({ kind, attachmentId, bytes }) => (
          <li key={kind} className="desk-acts">
            <a className="link link-line" href={href(paths.deskAttachment({ attachmentId }))} download>
              {t('dispute.fileSize', {
                kind: t(kindWords[kind].title),
                size: formatCount(Math.ceil(bytes / 1000)),
              })}
            </a>
            {isOpen ? (
              <form method="post" encType="multipart/form-data">
                <input type="hidden" name="kind" value={kind} />
                <Button kind="text" name="intent" value="drop">
                  {t('dispute.fileDrop')}
                  <span className="unseen"> {t(kindWords[kind].title)}</span>
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Giving the money up, folded away and confirmed by a tick. */
export function AcceptForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('dispute.acceptTitle')} isOpen={failure !== null}>
      <DecideForm act={t('dispute.acceptAct')} intent="accept" isUpload>
        <p className="quiet pb-3">{t('dispute.acceptText')}</p>
        <TickGroup id="sure" legend={t('dispute.acceptTitle')} error={failure?.errors.sure}>
          <Tick type="checkbox" name="sure" value="yes">
            {t('dispute.acceptSure')}
          </Tick>
        </TickGroup>
      </DecideForm>
    </Folded>
  )
}
