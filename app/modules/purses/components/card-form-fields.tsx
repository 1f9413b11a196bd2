import type { ConsentText } from '~/modules/settings/find-text.server'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'
import { ConsentBox } from '~/ui/consent-box'
import { Field, SelectField } from '~/ui/field'
import { holderRelations } from '../card-form'

type CardFormProps = {
  purses: { purse: string; nameZh: string | null; nameEn: string | null }[]
  chosen: string | null
  text: ConsentText | null
  minutes: number
  /** what she typed: after a code was sent or a fault was found */
  typed: FormFailure | null
}

/** A bank card with whose it is, her consent when it is in another name, and her own code. */
export function CardFormFields({ purses, chosen, text, minutes, typed }: CardFormProps) {
  const { t, locale } = useTranslator()
  const nameOf = ({ nameZh, nameEn }: CardFormProps['purses'][number]) =>
    (locale === 'en' ? nameEn : nameZh) ?? t('card.purseOwn')
  return (
    <form method="post" className="studio-form" noValidate autoComplete="off">
      {purses.length === 1 ? (
        <input type="hidden" name="purse" value={purses[0]?.purse} />
      ) : (
        <SelectField
          id="purse"
          label={t('card.purse')}
          {...fieldOf(typed, 'purse', chosen ?? undefined)}
          choices={purses.map((purse) => ({ value: purse.purse, text: nameOf(purse) }))}
        />
      )}
      <Field
        id="bankName"
        label={t('card.bankName')}
        hint={t('card.bankHint')}
        {...fieldOf(typed, 'bankName')}
        maxLength={60}
        required
      />
      <Field
        id="number"
        label={t('card.number')}
        hint={t('card.numberHint')}
        {...fieldOf(typed, 'number')}
        inputMode="numeric"
        maxLength={40}
        figures
        required
      />
      <Field
        id="holder"
        label={t('card.holder')}
        hint={t('card.holderHint')}
        {...fieldOf(typed, 'holder')}
        maxLength={60}
        required
      />
      <SelectField
        id="relation"
        label={t('card.relation')}
        {...fieldOf(typed, 'relation', 'self')}
        choices={holderRelations.map((relation) => ({
          value: relation,
          text: t(`card.relation_${relation}`),
        }))}
      />
      <OtherName text={text} typed={typed} />
      <CodeInput
        id="code"
        name="code"
        label={t('card.code')}
        hint={t('card.codeHint', { minutes })}
        error={typed?.errors.code}
      />
      <Button kind="line" name="intent" value="code">
        {t('card.sendCode')}
      </Button>
      <div className="studio-foot">
        <Button kind="seal" size={68} wide name="intent" value="register">
          {t('card.save')}
        </Button>
      </div>
    </form>
  )
}

/** The text that she agrees to when the card is in another name. */
function OtherName({ text, typed }: Pick<CardFormProps, 'text' | 'typed'>) {
  const { t } = useTranslator()
  if (!text) return <p className="studio-lead">{t('card.noText')}</p>
  return (
    <>
      <p className="studio-lead">{t('card.consentTitle')}</p>
      <ConsentBox
        id="textVersionId"
        text={text}
        ticked={typed?.values.textVersionId}
        error={typed?.errors.textVersionId}
      >
        {t('card.agree')}
      </ConsentBox>
    </>
  )
}
