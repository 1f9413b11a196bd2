import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, FieldShell, SelectField } from '~/ui/field'
import type { SpeakerChoice } from '../find-home-items.server'
import { kindTitle } from '../home-words'
import type { HomeKind } from '../schema'

type HomeItemFormProps = {
  kind: HomeKind
  /** the newest version that stands in the form; 0 = a new thing */
  seen: number
  values: Readonly<Record<string, string>>
  speakers: readonly SpeakerChoice[]
  hasPicture: boolean
  failure: FormFailure | null
}

/** What a thing says, where and for how long. Saving shows nothing to visitors. */
export function HomeItemForm({ kind, seen, values, speakers, hasPicture, failure }: HomeItemFormProps) {
  const { t, locale } = useTranslator()
  const of = (name: string) => fieldOf(failure, name, values[name] ?? '')
  return (
    <DecideForm
      title={t(seen === 0 ? 'home.newTitle' : 'home.editTitle', { kind: t(kindTitle[kind]) })}
      act={t('home.save')}
      intent="save"
      kind="seal"
      hidden={{ seen, kind }}
      isUpload={kind === 'banner'}
    >
      {kind === 'maker' ? (
        <SelectField
          id="sellerId"
          label={t('home.maker')}
          hint={t('home.makerHint')}
          {...of('sellerId')}
          choices={speakers.map(({ id, zh, en }) => ({ value: id, text: locale === 'en' ? en : zh }))}
        />
      ) : (
        <WordFields of={of} />
      )}
      {kind === 'banner' ? (
        <FieldShell
          id="picture"
          label={t('home.picture')}
          hint={t(hasPicture ? 'home.pictureKept' : 'home.pictureHint')}
          error={failure?.errors.picture}
        >
          <input
            id="picture"
            name="picture"
            type="file"
            className="box"
            accept="image/jpeg,image/png,image/webp"
            required={!hasPicture}
            aria-describedby="picture-hint"
          />
        </FieldShell>
      ) : null}
      <Field id="from" type="datetime-local" label={t('home.from')} {...of('from')} figures required />
      <Field
        id="to"
        type="datetime-local"
        label={t('home.to')}
        hint={t('home.timeHint')}
        {...of('to')}
        figures
        required
      />
      <Field
        id="position"
        label={t('home.position')}
        hint={t('home.positionHint')}
        {...of('position')}
        inputMode="numeric"
        figures
        required
      />
    </DecideForm>
  )
}

/** Both languages beside each other, and where it leads. */
function WordFields({ of }: { of: (name: string) => ReturnType<typeof fieldOf> }) {
  const { t } = useTranslator()
  return (
    <>
      <Field id="titleZh" lang="zh-CN" label={t('home.titleZh')} {...of('titleZh')} maxLength={30} required />
      <Field id="titleEn" lang="en" label={t('home.titleEn')} {...of('titleEn')} maxLength={60} required />
      <Field id="textZh" lang="zh-CN" label={t('home.textZh')} {...of('textZh')} maxLength={100} required />
      <Field id="textEn" lang="en" label={t('home.textEn')} {...of('textEn')} maxLength={200} required />
      <Field
        id="link"
        label={t('home.link')}
        hint={t('home.linkHint')}
        {...of('link')}
        maxLength={300}
        required
      />
    </>
  )
}
