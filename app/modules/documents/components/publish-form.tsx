import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField, TextareaField } from '~/ui/field'
import { type DocumentKind, documentKinds } from '../document-kinds'
import type { NewestWords } from '../find-documents.server'

/** Which document is written anew. */
export function ChooseDocument({ kind }: { kind: DocumentKind }) {
  const { t } = useTranslator()
  return (
    <form method="get" className="decide">
      <SelectField
        id="choose"
        name="kind"
        label={t('documents.chooseKind')}
        defaultValue={kind}
        choices={documentKinds.map((one) => ({ value: one, text: t(`documents.${one}`) }))}
      />
      <div className="decide-acts">
        <Button kind="line">{t('documents.choose')}</Button>
      </div>
    </form>
  )
}

type PublishFormProps = { words: NewestWords; earliest: string; failure: FormFailure | null }

/** The next version in both languages, and its day. */
export function PublishForm({ words, earliest, failure }: PublishFormProps) {
  const { t } = useTranslator()
  const title = t('documents.newTitle', { title: t(`documents.${words.kind}`) })
  return (
    <DecideForm title={title} act={t('documents.publish')} kind="seal" hidden={{ kind: words.kind }}>
      <p className="quiet pb-3">{t('documents.newText')}</p>
      <Field
        id="from"
        type="date"
        label={t('documents.from')}
        {...fieldOf(failure, 'from', earliest)}
        min={earliest}
        figures
        required
      />
      <Field
        id="titleZh"
        lang="zh-CN"
        label={t('documents.titleZh')}
        {...fieldOf(failure, 'titleZh', words.titleZh)}
        maxLength={60}
        required
      />
      <TextareaField
        id="bodyZh"
        lang="zh-CN"
        label={t('documents.bodyZh')}
        {...fieldOf(failure, 'bodyZh', words.bodyZh)}
        rows={14}
        required
      />
      <Field
        id="titleEn"
        lang="en"
        label={t('documents.titleEn')}
        {...fieldOf(failure, 'titleEn', words.titleEn)}
        maxLength={100}
        required
      />
      <TextareaField
        id="bodyEn"
        lang="en"
        label={t('documents.bodyEn')}
        {...fieldOf(failure, 'bodyEn', words.bodyEn)}
        rows={14}
        required
      />
    </DecideForm>
  )
}
