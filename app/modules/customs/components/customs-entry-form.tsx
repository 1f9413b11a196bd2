import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { CustomsEntryView } from '../find-customs-entry.server'

type CustomsEntryProps = { entry: CustomsEntryView; wasSaved: boolean; failure: FormFailure | null }

/** What the customs form says of a piece, folded away until it is needed. */
export function CustomsEntryFields({ entry: { own, ofCraft }, wasSaved, failure }: CustomsEntryProps) {
  const { t, locale } = useTranslator()
  return (
    <section className="desk-section">
      {wasSaved && !failure ? (
        <Banner tone="done" role="status">
          {t('abroad.customsSaved')}
        </Banner>
      ) : null}
      <Folded summary={t('abroad.customsTitle')} isOpen={failure !== null || wasSaved}>
        <p className="quiet">
          {ofCraft
            ? t('abroad.customsLead', {
                description: locale === 'en' ? ofCraft.descriptionEn : ofCraft.descriptionZh,
                hsCode: ofCraft.hsCode,
              })
            : t('abroad.customsNone')}
        </p>
        <DecideForm act={t('abroad.customsSave')} intent="customs">
          <Field
            id="hsCode"
            label={t('abroad.hsCode')}
            hint={t('abroad.hsCodeHint')}
            {...fieldOf(failure, 'hsCode', own?.hsCode)}
            inputMode="numeric"
            maxLength={14}
            figures
            required
          />
          <Field
            id="descriptionEn"
            label={t('abroad.descriptionEn')}
            {...fieldOf(failure, 'descriptionEn', own?.descriptionEn)}
            lang="en"
            maxLength={60}
            required
          />
          <Field
            id="descriptionZh"
            label={t('abroad.descriptionZh')}
            {...fieldOf(failure, 'descriptionZh', own?.descriptionZh)}
            lang="zh-CN"
            maxLength={30}
            required
          />
        </DecideForm>
      </Folded>
    </section>
  )
}
