import { claimText } from '~/modules/claims/claim-view'
import type { Colleague } from '~/modules/claims/find-colleagues.server'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import type { Review } from '../get-review.server'

type ClaimLineProps = { review: Review; colleagues: readonly Colleague[]; failure: FormFailure | null }

/** Who is on this listing, and what may be done about it: take it, let go of it, give it to a colleague. */
export function ClaimLine({ review: { claim }, colleagues, failure }: ClaimLineProps) {
  const { t } = useTranslator()
  const isFree = claim === null || claim.isMine
  const hint = claim === null ? 'claims.nobodyHint' : claim.isMine ? 'claims.mineHint' : 'claims.heldHint'
  return (
    <div className="claim-line">
      <Banner tone={claim && !claim.isMine ? 'wait' : 'info'} icon="note">
        <p>
          <b>{claim ? claimText(t, claim) : t('claims.nobody')}</b>
        </p>
        <p>{t(hint)}</p>
      </Banner>
      {isFree ? (
        <div className="claim-acts">
          <form method="post">
            <Button name="intent" value={claim ? 'release' : 'take'}>
              {t(claim ? 'claims.release' : 'claims.take')}
            </Button>
          </form>
          {colleagues.length > 0 ? (
            <form method="post" className="claim-give">
              <SelectField
                id="to"
                name="to"
                label={t('claims.giveLabel')}
                error={failure?.errors.to}
                choices={colleagues.map(({ userId, name }) => ({ value: userId, text: name }))}
              />
              <Button name="intent" value="give">
                {t('claims.give')}
              </Button>
            </form>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
