import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { type ClaimView, claimText } from '../claim-view'
import type { Colleague } from '../find-colleagues.server'

type ClaimLineProps = {
  subjectId: string
  claim: ClaimView | null
  colleagues: readonly Colleague[]
  failure: FormFailure | null
}

/** Who is on the piece of work of this page, and what may be done about it: take it, let go of it, give it to a colleague. */
export function ClaimLine({ subjectId, claim, colleagues, failure }: ClaimLineProps) {
  const { t } = useTranslator()
  const isHeld = claim !== null && !claim.isMine
  const hint = claim === null ? 'claims.nobodyHint' : claim.isMine ? 'claims.mineHint' : 'claims.heldHint'
  const subject = <input type="hidden" name="subject" value={subjectId} />
  return (
    <div className="claim-line">
      <Banner tone={isHeld ? 'wait' : 'info'} icon="note">
        <p>
          <b>{claim ? claimText(t, claim) : t('claims.nobody')}</b>
        </p>
        <p>{t(hint)}</p>
      </Banner>
      {!isHeld || claim.isFromMe ? (
        <div className="claim-acts">
          <form method="post">
            {subject}
            <Button name="intent" value={claim && !isHeld ? 'release' : 'take'}>
              {t(isHeld ? 'claims.takeBack' : claim ? 'claims.release' : 'claims.take')}
            </Button>
          </form>
          {colleagues.length > 0 && !isHeld ? (
            <form method="post" className="claim-give" noValidate>
              {subject}
              <SelectField
                id={`to-${subjectId}`}
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
