import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'
import type { ShopSettings } from '../find-shop-settings.server'

type SettingFormProps<Name extends keyof ShopSettings> = {
  now: ShopSettings[Name]
  /** of this form; null when it was another one, or none */
  failure: FormFailure | null
}

const licenceFields = ['licence', 'icp', 'police'] as const

/** The lines at the foot of every page. */
export function LicencesForm({ now, failure }: SettingFormProps<'licences'>) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('settings.licences')} act={t('settings.change')} intent="licences">
      <Since since={now.since} text="settings.licencesText" />
      <LineFields names={licenceFields} now={now} failure={failure} />
      <NoteField id="licencesNote" failure={failure} />
    </DecideForm>
  )
}

const contactFields = ['phone', 'hoursZh', 'hoursEn', 'email'] as const

/** Telephone, its hours and e-mail address of the shop. */
export function ContactForm({ now, failure }: SettingFormProps<'contact'>) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('settings.contact')} act={t('settings.change')} intent="contact">
      <Since since={now.since} text="settings.contactText" />
      <LineFields names={contactFields} now={now} failure={failure} />
      <NoteField id="contactNote" failure={failure} />
    </DecideForm>
  )
}

type Line = (typeof licenceFields | typeof contactFields)[number]

type LineFieldsProps<Name extends Line> = {
  names: readonly Name[]
  now: Readonly<Record<Name, string>>
  failure: FormFailure | null
}

/** Short texts that are shown as they are written, each free to be empty. */
function LineFields<Name extends Line>({ names, now, failure }: LineFieldsProps<Name>) {
  const { t } = useTranslator()
  return names.map((name) => (
    <Field
      key={name}
      id={name}
      label={t(`settings.${name}`)}
      hint={t(`settings.${name}Hint`)}
      {...fieldOf(failure, name, now[name])}
      maxLength={80}
    />
  ))
}

/** The lowest wage of an hour, by place. */
export function WagesForm({ now, failure }: SettingFormProps<'wages'>) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('settings.wages')} act={t('settings.change')} intent="wages">
      <Since since={now.since} text="settings.wagesText" />
      <Field
        id="source"
        label={t('settings.source')}
        hint={t('settings.sourceHint')}
        {...fieldOf(failure, 'source', now.source)}
        maxLength={200}
        required
      />
      <TextareaField
        id="lines"
        className="num"
        label={t('settings.lines')}
        hint={t('settings.linesHint')}
        {...fieldOf(failure, 'lines', now.lines)}
        rows={8}
        required
      />
      <NoteField id="wagesNote" failure={failure} />
    </DecideForm>
  )
}

/** By which number makers ring their coordinator, by place. */
export function PhonesForm({ now, failure }: SettingFormProps<'phones'>) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('settings.phones')} act={t('settings.change')} intent="phones">
      <Since since={now.since} text="settings.phonesText" />
      <TextareaField
        id="offices"
        label={t('settings.offices')}
        hint={t('settings.officesHint')}
        {...fieldOf(failure, 'offices', now.offices)}
        rows={8}
        required
      />
      <NoteField id="phonesNote" failure={failure} />
    </DecideForm>
  )
}

function Since({ since, text }: { since: string | null; text: MessageKey }) {
  const { t, locale } = useTranslator()
  const day =
    since === null ? t('settings.notSet') : t('settings.since', { day: formatDay(locale, since, '') })
  return (
    <p className="quiet pb-3">
      {t(text)} {day}
    </p>
  )
}

function NoteField({ id, failure }: { id: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <Field
      id={id}
      label={t('settings.note')}
      hint={t('settings.noteHint')}
      {...fieldOf(failure, 'note')}
      maxLength={300}
      required
    />
  )
}
