import { useTranslator } from '~/platform/i18n/use-translator'
import { Tick, TickGroup } from '~/ui/tick'
import type { MembershipView } from '../find-memberships.server'
import { notRegistered, relationOf } from '../schema'
import { dayRange } from './day-range'

type Props = {
  id: string
  memberships: MembershipView[]
  chosen: string | undefined
  error: string | undefined
}

/** One of her memberships, or that she is not from a registered household. Nothing is chosen beforehand. */
export function LinkChoice({ id, memberships, chosen, error }: Props) {
  const { t, locale } = useTranslator()
  return (
    <TickGroup id={id} legend={t('household.choice')} error={error}>
      {memberships.map((member) => (
        <Tick
          key={member.id}
          type="radio"
          name="choice"
          value={member.id}
          defaultChecked={chosen === member.id}
          note={dayRange(t, locale, member)}
        >
          {t('household.choiceMember', {
            code: member.householdCode,
            relation: t(`household.relation_${relationOf(member.relation)}`),
          })}
        </Tick>
      ))}
      <Tick
        type="radio"
        name="choice"
        value={notRegistered}
        defaultChecked={chosen === notRegistered}
        note={t('household.choiceNoneNote')}
      >
        {t('household.choiceNone')}
      </Tick>
    </TickGroup>
  )
}
