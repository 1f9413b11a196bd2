import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field, SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { applicantKinds } from '../steps'
import type { QuestionProps } from './join-screen'

/** As what she sells. */
export function KindQuestion({ page, failure }: QuestionProps) {
  const { t } = useTranslator()
  const chosen = failure?.values.kind ?? page.kind
  return (
    <form method="post" noValidate>
      <TickGroup id="kind" legend={t('joining.step_kind')} error={failure?.errors.kind}>
        {applicantKinds.map((kind) => (
          <Tick
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            note={t(`joining.kindNote_${kind}`)}
            defaultChecked={chosen === kind}
          >
            {t(`joining.kind_${kind}`)}
          </Tick>
        ))}
      </TickGroup>
      <NextButton intent="kind" />
    </form>
  )
}

/** Her name and number. */
export function WhoQuestion({ page, failure }: QuestionProps) {
  const { t } = useTranslator()
  return (
    <form method="post" noValidate autoComplete="off">
      <Field
        id="realName"
        label={t('joining.realName')}
        {...fieldOf(failure, 'realName', page.realName ?? undefined)}
        maxLength={30}
      />
      <Field
        id="idNumber"
        label={t('joining.idNumber')}
        hint={page.maskedNumber ? t('joining.idKept', { number: page.maskedNumber }) : undefined}
        {...fieldOf(failure, 'idNumber')}
        maxLength={40}
        figures
      />
      <NextButton intent="who" />
    </form>
  )
}

/** From the county down, one choice at a time, each kept. */
export function PlaceQuestion({ page, failure }: QuestionProps) {
  const { t, href } = useTranslator()
  const depth = page.place === null ? 0 : page.place.split(' · ').length
  const asks = ['joining.placeCounty', 'joining.placeTown', 'joining.placeVillage'] as const
  const ask = asks[Math.min(depth, 2)] ?? 'joining.placeVillage'
  return (
    <>
      {page.place ? (
        <form method="post" className="mb-4">
          <p className="font-semibold">
            {t(page.below.length > 0 ? 'joining.placeNow' : 'joining.placeDone', { place: page.place })}
          </p>
          <Button kind="text" name="intent" value="placeAgain">
            {t('joining.placeAgain')}
          </Button>
        </form>
      ) : null}
      {page.below.length > 0 ? (
        <form method="post" noValidate>
          <SelectField
            id="placeId"
            label={t(ask)}
            {...fieldOf(failure, 'placeId')}
            choices={[
              { value: '', text: t('joining.choose') },
              ...page.below.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
          <NextButton intent="place" />
        </form>
      ) : (
        <ButtonLink kind="seal" size={68} wide href={href(paths.studioJoin({ done: 'saved' }))}>
          {t('joining.next')}
        </ButtonLink>
      )}
    </>
  )
}

/** Which craft, for how long, and what the shop is called. */
export function CraftQuestion({
  page,
  failure,
  crafts,
}: QuestionProps & { crafts: { code: string; name: string }[] }) {
  const { t } = useTranslator()
  return (
    <form method="post" noValidate>
      <SelectField
        id="craft"
        label={t('joining.craft')}
        {...fieldOf(failure, 'craft', page.craft?.code)}
        choices={[
          { value: '', text: t('joining.choose') },
          ...crafts.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Field
        id="years"
        label={t('joining.years')}
        suffix={t('joining.yearsUnit')}
        inputMode="numeric"
        {...fieldOf(failure, 'years', page.years === null ? undefined : String(page.years))}
        figures
      />
      <Field
        id="shopName"
        label={t('joining.shopName')}
        hint={t('joining.shopNameHint')}
        {...fieldOf(failure, 'shopName', page.shopName ?? undefined)}
        maxLength={40}
      />
      <NextButton intent="craft" />
    </form>
  )
}

/** To which household the income counts, or that there is none. */
export function HouseholdQuestion({ page, failure }: QuestionProps) {
  const { t } = useTranslator()
  const chosen = failure?.values.claim ?? page.householdClaim
  return (
    <form method="post" noValidate>
      <TickGroup id="claim" legend={t('joining.householdAsk')} error={failure?.errors.claim}>
        {(['registered', 'none'] as const).map((claim) => (
          <Tick key={claim} type="radio" name="claim" value={claim} defaultChecked={chosen === claim}>
            {t(`joining.household_${claim}`)}
          </Tick>
        ))}
      </TickGroup>
      <Field
        id="words"
        label={t('joining.householdWords')}
        mark={t('joining.optional')}
        {...fieldOf(failure, 'words', page.householdWords ?? undefined)}
        maxLength={60}
      />
      <NextButton intent="household" />
    </form>
  )
}

export function NextButton({ intent }: { intent: string }) {
  const { t } = useTranslator()
  return (
    <Button kind="seal" size={68} wide name="intent" value={intent} className="mt-5">
      {t('joining.next')}
    </Button>
  )
}
