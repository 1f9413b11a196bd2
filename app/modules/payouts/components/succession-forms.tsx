import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField, TextareaField } from '~/ui/field'
import type { Succeedable } from '../find-succeedable.server'
import type { SuccessionRow } from '../find-successions.server'
import { heirRelations } from '../schema'

type ProposeProps = {
  parties: Succeedable[]
  failure: FormFailure | null
}

/** Whose balance passes to whom, and what proves it. */
export function ProposeForm({ parties, failure }: ProposeProps) {
  const { t, locale } = useTranslator()
  return (
    <DecideForm title={t('payout.successionPropose')} act={t('payout.propose')} intent="propose" isUpload>
      <p className="quiet pb-3">{t('payout.successionText')}</p>
      <SelectField
        id="partyId"
        label={t('payout.successionOf')}
        {...fieldOf(failure, 'partyId')}
        choices={parties.map(({ partyId, nameZh, nameEn, isPerson }) => {
          const name = locale === 'en' ? nameEn : nameZh
          return { value: partyId, text: isPerson ? t('payout.successionOwn_of', { name }) : name }
        })}
      />
      <Field
        id="heirName"
        label={t('payout.heirName')}
        {...fieldOf(failure, 'heirName')}
        maxLength={40}
        required
      />
      <Field
        id="heirPhone"
        label={t('payout.heirPhone')}
        hint={t('payout.heirPhoneHint')}
        {...fieldOf(failure, 'heirPhone')}
        inputMode="tel"
        figures
        required
      />
      <SelectField
        id="relation"
        label={t('payout.heirRelation')}
        {...fieldOf(failure, 'relation')}
        choices={heirRelations.map((relation) => ({ value: relation, text: t(`payout.heir_${relation}`) }))}
      />
      <TextareaField
        id="note"
        label={t('payout.successionNote')}
        {...fieldOf(failure, 'note')}
        maxLength={300}
        required
      />
      <Field
        id="evidence"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        label={t('payout.successionEvidence')}
        hint={t('payout.successionEvidenceHint')}
        name="evidence"
        error={failure?.errors.evidence}
        required
      />
    </DecideForm>
  )
}

/** One proposal and, for somebody else than its proposer, the decision. */
export function SuccessionItem({ row }: { row: SuccessionRow }) {
  const { t, locale, href } = useTranslator()
  const params = {
    heir: row.heirName,
    relation: t(heirWords[row.relation]),
    time: formatInstant(locale, new Date(row.proposedAt)),
    who: row.proposedBy ?? '',
  }
  return (
    <li className="decide">
      <h3>
        {locale === 'en' ? row.nameEn : row.nameZh}{' '}
        <Badge tone={row.state === 'proposed' ? 'waiting' : 'done'}>
          {t(`payout.succession_${row.state}`)}
        </Badge>
      </h3>
      <p>{t('payout.successionLine', params)}</p>
      <p>{row.note}</p>
      {row.amountFen === null ? null : (
        <>
          <p>{t('payout.successionMoved', { amount: formatMoney(locale, row.amountFen) })}</p>
          <p className="quiet">{t('payout.successionNext')}</p>
        </>
      )}
      <p>
        <a className="link" href={href(paths.deskAttachment({ attachmentId: row.attachmentId }))}>
          {t('payout.successionOpenEvidence')}
        </a>
      </p>
      {row.state === 'proposed' && row.isOwn ? (
        <p className="quiet">{t('payout.successionOwnNotice')}</p>
      ) : null}
      {row.state === 'proposed' && !row.isOwn ? (
        <form method="post" className="decide-acts">
          <input type="hidden" name="successionId" value={row.id} />
          <Button kind="seal" name="intent" value="approve">
            {t('payout.approve')}
          </Button>
          <Button kind="line" name="intent" value="refuse">
            {t('payout.refuse')}
          </Button>
        </form>
      ) : null}
    </li>
  )
}

const heirWords = {
  self: 'payout.heir_other',
  spouse: 'payout.heir_spouse',
  parent: 'payout.heir_parent',
  child: 'payout.heir_child',
  sibling: 'payout.heir_sibling',
  other: 'payout.heir_other',
  heir: 'payout.heir_other',
} as const
