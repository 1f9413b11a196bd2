import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { TermPage } from '../find-codes.server'
import { codeLists, listTitle } from '../schema'
import type { Words } from '../terms'

type FormProps = { failure: FormFailure | null }

function ReasonField({ id, failure }: FormProps & { id: string }) {
  const { t } = useTranslator()
  return (
    <Field
      id={id}
      label={t('places.reason')}
      hint={t('places.reasonHint')}
      {...fieldOf(failure, 'reason')}
      maxLength={300}
      required
    />
  )
}

function WordFields({ id, failure, given }: FormProps & { id: string; given?: Words }) {
  const { t } = useTranslator()
  return (
    <>
      <Field
        id={`${id}Zh`}
        lang="zh-CN"
        label={t('codes.nameZh')}
        {...fieldOf(failure, 'nameZh', given?.nameZh)}
        maxLength={30}
        required
      />
      <Field
        id={`${id}En`}
        lang="en"
        label={t('codes.nameEn')}
        {...fieldOf(failure, 'nameEn', given?.nameEn)}
        maxLength={60}
        required
      />
    </>
  )
}

/** A new term of one of the tables. */
export function AddTerm({ failure, today }: FormProps & { today: string }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('codes.addTitle')} act={t('codes.addAct')} intent="add">
      <SelectField
        id="list"
        label={t('codes.list')}
        {...fieldOf(failure, 'list')}
        choices={codeLists.map((list) => ({ value: list, text: t(listTitle[list]) }))}
      />
      <Field
        id="addCode"
        label={t('codes.code')}
        hint={t('codes.codeHint')}
        {...fieldOf(failure, 'code')}
        autoCapitalize="none"
        maxLength={40}
        figures
        required
      />
      <WordFields id="add" failure={failure} />
      <Field
        id="addFrom"
        type="date"
        label={t('codes.validFrom')}
        {...fieldOf(failure, 'validFrom', today)}
        figures
        required
      />
      <Field
        id="addTo"
        type="date"
        label={t('codes.validTo')}
        mark={t('joining.optional')}
        hint={t('codes.validToHint')}
        {...fieldOf(failure, 'validTo')}
        figures
      />
      <ReasonField id="addReason" failure={failure} />
    </DecideForm>
  )
}

/** Other words from today on; the code stays. */
export function RenameTerm({ page: { term }, failure }: FormProps & { page: TermPage }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('codes.renameTitle')} act={t('codes.renameAct')} intent="rename">
      <p className="quiet pb-3">{t('codes.renameText')}</p>
      <WordFields id="rename" failure={failure} given={term} />
      <ReasonField id="renameReason" failure={failure} />
    </DecideForm>
  )
}

/** The day from which it is not in use. */
export function EndTerm({ page: { term }, failure }: FormProps & { page: TermPage }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('codes.endTitle')} act={t('codes.endAct')} intent="end">
      <p className="quiet pb-3">{t('codes.endText')}</p>
      <Field
        id="endTo"
        type="date"
        label={t('codes.validTo')}
        hint={t('codes.validToHint')}
        {...fieldOf(failure, 'validTo', term.validTo ?? undefined)}
        figures
      />
      <ReasonField id="endReason" failure={failure} />
    </DecideForm>
  )
}

/** As what it counts from today on, for good. */
export function MergeTerm({ page: { targets }, failure }: FormProps & { page: TermPage }) {
  const { t, locale } = useTranslator()
  if (targets.length === 0) return null
  return (
    <DecideForm title={t('codes.mergeTitle')} act={t('codes.mergeAct')} intent="merge" kind="seal">
      <p className="quiet pb-3">{t('codes.mergeText')}</p>
      <SelectField
        id="into"
        label={t('codes.mergeInto')}
        {...fieldOf(failure, 'into')}
        choices={[
          { value: '', text: t('records.choose') },
          ...targets.map(({ id, code, nameZh, nameEn }) => ({
            value: id,
            text: `${locale === 'en' ? nameEn : nameZh} · ${code}`,
          })),
        ]}
        required
      />
      <ReasonField id="mergeReason" failure={failure} />
    </DecideForm>
  )
}
