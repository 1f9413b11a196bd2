import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import type { TranslationView } from '../get-translation.server'
import { partTitle } from '../translation-words'

type EditorProps = { text: TranslationView; failure: FormFailure | null }

/** Each part in Chinese beside the field for its English. */
export function TypeForm({ text, failure }: EditorProps) {
  const { t } = useTranslator()
  const parts = text.parts.filter(({ zh, en, min }) => zh !== '' || en !== '' || min > 0)
  return (
    <DecideForm
      title={t('translation.typeTitle')}
      act={t('translation.typeAct')}
      intent="type"
      kind="seal"
      hidden={{ seen: text.seen, source: text.source }}
      className="translate"
    >
      {parts.map(({ part, zh, en, min, max }) => (
        <div key={part} className="translate-part">
          <div>
            <h3>{t(partTitle[part] ?? 'translation.part_words')}</h3>
            <p lang="zh-CN" className="translate-source">
              {zh}
            </p>
          </div>
          <TextareaField
            id={part}
            lang="en"
            label={t('translation.englishOf', { part: t(partTitle[part] ?? 'translation.part_words') })}
            {...fieldOf(failure, part, en)}
            rows={max > 500 ? 9 : 3}
            maxLength={max}
            required={min > 0}
          />
        </div>
      ))}
    </DecideForm>
  )
}

/** Each part in both languages, to be read. */
export function ReadParts({ parts }: { parts: readonly { part: string; zh: string; en: string }[] }) {
  const { t } = useTranslator()
  return parts
    .filter(({ zh, en }) => zh !== '' || en !== '')
    .map(({ part, zh, en }) => (
      <div key={part} className="translate-part">
        <div>
          <h3>{t(partTitle[part] ?? 'translation.part_words')}</h3>
          <p lang="zh-CN" className="translate-source">
            {zh}
          </p>
        </div>
        <p lang="en" className="translate-source">
          {en}
        </p>
      </div>
    ))
}

/** What was typed beside the Chinese, and the two answers of whoever reads it. */
export function ReadForms({ text, failure }: EditorProps) {
  const { t } = useTranslator()
  const hidden = { seen: text.seen, source: text.source }
  return (
    <>
      <section className="decide translate">
        <h2>{t('translation.readTitle', { name: text.typedBy?.name ?? '' })}</h2>
        <ReadParts parts={text.parts} />
      </section>
      <div className="duo duo-even">
        <DecideForm
          title={t('translation.fitTitle')}
          act={t('translation.fitAct')}
          intent="fit"
          kind="seal"
          hidden={hidden}
        />
        <DecideForm
          title={t('translation.backTitle')}
          act={t('translation.backAct')}
          intent="back"
          hidden={hidden}
        >
          <Field
            id="note"
            label={t('translation.note')}
            {...fieldOf(failure?.intent === 'back' ? failure : null, 'note')}
            maxLength={300}
            required
          />
        </DecideForm>
      </div>
    </>
  )
}

/** Who is on it, and the button to take it or let go. */
export function HolderLine({ holder }: Pick<TranslationView, 'holder'>) {
  const { t } = useTranslator()
  if (holder && !holder.isMine) return <p>{t('translation.heldBy', { name: holder.name })}</p>
  return (
    <form method="post" className="pb-4">
      <p className="pb-2">{t(holder ? 'translation.heldByMe' : 'translation.heldByNobody')}</p>
      <Button kind="line" name="intent" value={holder ? 'release' : 'take'}>
        {t(holder ? 'translation.release' : 'translation.take')}
      </Button>
    </form>
  )
}

/** How the shop calls these things in English. */
export function TermList({ terms }: Pick<TranslationView, 'terms'>) {
  const { t } = useTranslator()
  if (terms.length === 0) return null
  return (
    <section className="desk-section">
      <h2>{t('translation.terms')}</h2>
      <dl className="terms">
        {terms.map(({ zh, en }) => (
          <div key={zh}>
            <dt lang="zh-CN">{zh}</dt>
            <dd lang="en">{en}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
