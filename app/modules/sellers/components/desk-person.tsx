import { ClaimLine } from '~/modules/claims/components/claim-line'
import type { Work } from '~/modules/claims/find-work.server'
import { dayRange } from '~/modules/households/components/day-range'
import { EndForm, LinkForm, VerifyForm } from '~/modules/households/components/link-forms'
import { LinkHistory, LinkTarget } from '~/modules/households/components/link-history'
import { StaffText } from '~/modules/households/components/staff-text'
import { paths } from '~/paths'
import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { isAboutClaimOf, isAboutLinkOf, isAboutPhoneOf, liveLink } from '../desk-person-forms'
import type { DeskPerson as Person } from '../get-desk-seller.server'
import { RevealPhone } from './reveal-phone'

/** A number just revealed, for this answer only. */
type Revealed = { personId: string; phone: string }
type Props = {
  person: Person
  /** who is on her link while it waits */
  work: Work
  today: Day
  failure: FormFailure | null
  revealed: Revealed | null
}

/** Someone behind a seller; for the owner of an individual one also where her income counts. */
export function DeskPerson({ person, work, today, failure, revealed }: Props) {
  const { t, locale } = useTranslator()
  const isHers = failure !== null && isAboutPhoneOf(person, failure)
  return (
    <section className="desk-section">
      <h2>
        <StaffText
          text={person.name}
          without={t(person.hasLeft ? 'household.closedAccount' : 'household.hidden')}
        />{' '}
        <span className="quiet">{t(`household.role_${person.role}`)}</span>
      </h2>
      <p>
        {person.place ? <span>{locale === 'en' ? person.place.en : person.place.zh} </span> : null}
        <span className="quiet">{dayRange(t, locale, person)}</span>
      </p>
      {person.maskedPhone ? (
        <RevealPhone
          person={person}
          phone={revealed?.personId === person.personId ? revealed.phone : null}
          failure={isHers ? failure : null}
        />
      ) : null}
      {person.hasLinks ? <LinksOf person={person} work={work} today={today} failure={failure} /> : null}
    </section>
  )
}

/** Where her income counts: the history, and the one thing that may be done with it today. */
function LinksOf({ person, work, today, failure }: Omit<Props, 'revealed'>) {
  const { t } = useTranslator()
  const live = liveLink(person, today)
  const hers = failure && isAboutLinkOf(person, today, failure) ? failure : null
  const history = person.links.length > 0 ? <LinkHistory links={person.links} /> : null
  const heading = <h3 className="pt-4 pb-2">{t('household.links')}</h3>
  if (live?.verifiedAt) {
    return (
      <>
        {heading}
        {history}
        <EndForm link={live} today={today} failure={hers} />
      </>
    )
  }
  return (
    <div className="duo">
      <div>
        {heading}
        <Banner tone="wait" className="mb-3">
          {t('household.linkNone')}
        </Banner>
        {person.waits ? (
          <ClaimLine
            subjectId={person.personId}
            claim={work.claims[person.personId] ?? null}
            colleagues={work.colleagues}
            failure={failure && isAboutClaimOf(person, failure) ? failure : null}
          />
        ) : null}
        {history}
      </div>
      {live ? (
        <VerifyForm link={live} failure={hers}>
          <LinkTarget link={live} />
        </VerifyForm>
      ) : (
        <LinkForm {...person} today={today} failure={hers}>
          {person.memberships.length === 0 ? <NoMembership /> : null}
        </LinkForm>
      )}
    </div>
  )
}

function NoMembership() {
  const { t, href } = useTranslator()
  return (
    <p className="pb-4">
      {t('household.noMembership')}{' '}
      <a className="link" href={href(paths.deskHouseholds())}>
        {t('household.title')}
      </a>
    </p>
  )
}
