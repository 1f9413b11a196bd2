import { AgreedPrivacy } from '~/modules/documents/components/agreed-privacy'
import { fieldFaults } from '~/platform/field-faults'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ErrorBanner } from '~/ui/error-banner'
import { Field, TextareaField } from '~/ui/field'
import { Refusal } from '~/ui/refusal'
import { Tick, TickGroup } from '~/ui/tick'
import { Unbroken } from '~/ui/unbroken'
import type { SubjectAsked } from '../find-subject.server'
import { mostFiles, type ReportKind, reportKinds } from '../schema'

type ReportFormProps = {
  about: SubjectAsked
  /** the title of the piece or the seller; null: nothing was filled in */
  title: string | null
  kind: ReportKind | null
  failure: FormFailure | null
}

/** Each fault as a way to its field: the form is longer than a phone. */
function ReportFaults({ failure }: { failure: FormFailure }) {
  const { t } = useTranslator()
  const labels = {
    kind: t('reports.kind'),
    words: t('reports.words'),
    order: t('reports.order'),
    evidence: t('reports.evidence'),
    contact: t('reports.contact'),
    name: t('reports.name'),
    ownWork: t('reports.ownWork'),
    declares: t('reports.declareLegend'),
  }
  const faults = fieldFaults(failure.errors, labels, t)
  if (faults.length === 0) return <Refusal text={failure.formError} />
  return (
    <ErrorBanner
      title={t('errors.fixFaults', { count: faults.length })}
      faults={faults}
      rest={t('errors.restKept')}
    />
  )
}

const copiedFields = ['name', 'ownWork', 'declares'] as const

/** One form for whatever is wrong. The part for a notice of copying stands at its end for all, folded until it is one: it works without scripts. */
export function ReportForm({ about, title, kind, failure }: ReportFormProps) {
  const { t } = useTranslator()
  const chosen = failure?.values.kind ?? kind
  const isCopied =
    chosen === 'copied_design' ||
    copiedFields.some((name) => Boolean(failure?.values[name] ?? failure?.errors[name]))
  return (
    <form className="md:max-w-[36rem]" method="post" encType="multipart/form-data" noValidate>
      {failure ? <ReportFaults failure={failure} /> : null}
      <input type="hidden" name="product" value={about.product ?? ''} />
      <input type="hidden" name="maker" value={about.maker ?? ''} />
      {title ? (
        <p className="lead pb-4">
          <Unbroken text={t('reports.about', { title })} />
        </p>
      ) : null}
      <TickGroup id="kind" legend={t('reports.kind')} error={failure?.errors.kind}>
        {reportKinds.map((one) => (
          <Tick
            key={one}
            type="radio"
            name="kind"
            value={one}
            defaultChecked={chosen === one}
            note={t(`reports.kindNote_${one}`)}
          >
            {t(`reports.kind_${one}`)}
          </Tick>
        ))}
      </TickGroup>
      <TextareaField
        id="words"
        label={t('reports.words')}
        hint={t('reports.wordsHint')}
        {...fieldOf(failure, 'words')}
        rows={6}
        maxLength={2000}
        required
      />
      {about.product || about.maker ? null : (
        <Field
          id="order"
          label={t('reports.order')}
          mark={t('common.optional')}
          hint={t('reports.orderHint')}
          {...fieldOf(failure, 'order', about.order ?? undefined)}
          maxLength={20}
          figures
        />
      )}
      <Field
        id="evidence"
        name="evidence"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        label={t('reports.evidence')}
        mark={t('common.optional')}
        hint={t('reports.evidenceHint', { most: mostFiles })}
        error={failure?.errors.evidence}
      />
      <Field
        id="contact"
        label={t('reports.contact')}
        hint={t('reports.contactHint')}
        {...fieldOf(failure, 'contact')}
        autoComplete="email"
        maxLength={100}
        required
      />
      <details className="mb-7 border-y border-line" open={isCopied}>
        <summary className="min-h-[3.25rem] cursor-pointer py-3">{t('reports.copiedTitle')}</summary>
        <p className="small quiet pb-3">{t('reports.copiedNote')}</p>
        <Field
          id="name"
          label={t('reports.name')}
          {...fieldOf(failure, 'name')}
          autoComplete="name"
          maxLength={60}
        />
        <TextareaField
          id="ownWork"
          label={t('reports.ownWork')}
          hint={t('reports.ownWorkHint')}
          {...fieldOf(failure, 'ownWork')}
          maxLength={1000}
        />
        <TickGroup id="declares" legend={t('reports.declareLegend')} error={failure?.errors.declares}>
          <Tick
            type="checkbox"
            name="declares"
            value="yes"
            defaultChecked={failure?.values.declares !== undefined}
          >
            {t('reports.declare')}
          </Tick>
        </TickGroup>
      </details>
      <div className="acts">
        <Button kind="seal" wide>
          {t('reports.send')}
        </Button>
      </div>
      <AgreedPrivacy />
    </form>
  )
}
